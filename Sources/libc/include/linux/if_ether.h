#ifndef _MINICC_LIBC_LINUX_IF_ETHER_H
#define _MINICC_LIBC_LINUX_IF_ETHER_H

#include <net/ethernet.h>

#endif
