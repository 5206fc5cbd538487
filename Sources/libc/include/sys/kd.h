/* Linux's own header has it. */
#ifndef _MINICC_LIBC_SYS_KD_H
#define _MINICC_LIBC_SYS_KD_H

#include <linux/kd.h>

#endif
