#ifndef _MINICC_LIBC_LINUX_IF_PACKET_H
#define _MINICC_LIBC_LINUX_IF_PACKET_H

#include <netpacket/packet.h>

#endif
