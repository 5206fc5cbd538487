#ifndef _MINICC_LIBC_SYS_ERRNO_H
#define _MINICC_LIBC_SYS_ERRNO_H

#include <errno.h>

#endif
