#ifndef _MINICC_LIBC_LINUX_IOCTL_H
#define _MINICC_LIBC_LINUX_IOCTL_H

#include <asm/ioctl.h>

#endif
