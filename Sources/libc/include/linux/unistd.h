#ifndef _MINICC_LIBC_LINUX_UNISTD_H
#define _MINICC_LIBC_LINUX_UNISTD_H

#include <asm/unistd.h>

#endif
