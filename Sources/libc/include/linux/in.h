#ifndef _MINICC_LIBC_LINUX_IN_H
#define _MINICC_LIBC_LINUX_IN_H

#include <netinet/in.h>

#endif
