#ifndef _MINICC_LIBC_SYS_UCONTEXT_H
#define _MINICC_LIBC_SYS_UCONTEXT_H

#include <ucontext.h>

#endif
