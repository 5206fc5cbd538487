#ifndef _MINICC_LIBC_LINUX_TCP_H
#define _MINICC_LIBC_LINUX_TCP_H

#include <netinet/tcp.h>

#endif
