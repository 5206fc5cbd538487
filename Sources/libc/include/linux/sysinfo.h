#ifndef _MINICC_LIBC_LINUX_SYSINFO_H
#define _MINICC_LIBC_LINUX_SYSINFO_H

#include <sys/sysinfo.h>

#endif
