#ifndef _MINICC_LIBC_LINUX_FALLOC_H
#define _MINICC_LIBC_LINUX_FALLOC_H

#include <fcntl.h>

#endif
