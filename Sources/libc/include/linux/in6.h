#ifndef _MINICC_LIBC_LINUX_IN6_H
#define _MINICC_LIBC_LINUX_IN6_H

#include <netinet/in.h>

#endif
