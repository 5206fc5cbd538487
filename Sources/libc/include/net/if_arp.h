#ifndef _MINICC_LIBC_NET_IF_ARP_H
#define _MINICC_LIBC_NET_IF_ARP_H

#include <stdint.h>
#include <sys/types.h>
#include <sys/socket.h>

#define ARPOP_REQUEST 1
#define ARPOP_REPLY 2
#define ARPOP_RREQUEST 3
#define ARPOP_RREPLY 4
#define ARPHRD_ETHER 1
#define ARPHRD_IEEE802 6
#define ARPHRD_ARCNET 7
#define ARPHRD_INFINIBAND 32
#define ARPHRD_SLIP 256
#define ARPHRD_PPP 512
#define ARPHRD_TUNNEL 768
#define ARPHRD_LOOPBACK 772
#define ARPHRD_SIT 776
#define ARPHRD_NONE 0xfffe
#define ATF_COM 2
#define ATF_PERM 4
#define ATF_PUBL 8
#define ATF_NETMASK 32

struct arphdr {
    uint16_t ar_hrd;
    uint16_t ar_pro;
    uint8_t ar_hln;
    uint8_t ar_pln;
    uint16_t ar_op;
};

struct arpreq {
    struct sockaddr arp_pa;
    struct sockaddr arp_ha;
    int arp_flags;
    struct sockaddr arp_netmask;
    char arp_dev[16];
};

#endif
