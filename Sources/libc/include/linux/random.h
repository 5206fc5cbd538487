#ifndef _MINICC_LIBC_LINUX_RANDOM_H
#define _MINICC_LIBC_LINUX_RANDOM_H

#include <linux/ioctl.h>
#include <linux/types.h>
#include <sys/random.h>

#define RNDGETENTCNT _IOR('R', 0x00, int)
#define RNDADDTOENTCNT _IOW('R', 0x01, int)
#define RNDADDENTROPY _IOW('R', 0x03, int[2])
#define RNDZAPENTCNT _IO('R', 0x04)
#define RNDCLEARPOOL _IO('R', 0x06)
#define RNDRESEEDCRNG _IO('R', 0x07)

#endif
