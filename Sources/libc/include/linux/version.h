#ifndef _MINICC_LIBC_LINUX_VERSION_H
#define _MINICC_LIBC_LINUX_VERSION_H

#define LINUX_VERSION_CODE 0x060100
#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))

#endif
