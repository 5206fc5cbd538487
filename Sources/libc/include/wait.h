#ifndef _MINICC_LIBC_WAIT_H
#define _MINICC_LIBC_WAIT_H

#include <sys/wait.h>

#endif
