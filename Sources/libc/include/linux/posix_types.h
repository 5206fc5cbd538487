#ifndef _MINICC_LIBC_LINUX_POSIX_TYPES_H
#define _MINICC_LIBC_LINUX_POSIX_TYPES_H

#include <asm/posix_types.h>

#endif
