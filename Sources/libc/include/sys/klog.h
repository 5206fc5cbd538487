#ifndef _MINICC_LIBC_SYS_KLOG_H
#define _MINICC_LIBC_SYS_KLOG_H

#include <features.h>

int klogctl(int type, char *buffer, int size);

#endif
