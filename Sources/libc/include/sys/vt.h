/* Linux's own header has it. */
#ifndef _MINICC_LIBC_SYS_VT_H
#define _MINICC_LIBC_SYS_VT_H

#include <linux/vt.h>

#endif
