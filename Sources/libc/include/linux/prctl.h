#ifndef _MINICC_LIBC_LINUX_PRCTL_H
#define _MINICC_LIBC_LINUX_PRCTL_H

#include <sys/prctl.h>

#endif
