#ifndef _MINICC_LIBC_LINUX_IF_ARP_H
#define _MINICC_LIBC_LINUX_IF_ARP_H

#include <net/if_arp.h>

#endif
