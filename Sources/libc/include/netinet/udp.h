#ifndef _MINICC_LIBC_NETINET_UDP_H
#define _MINICC_LIBC_NETINET_UDP_H

#include <stdint.h>

struct udphdr {
    uint16_t source;
    uint16_t dest;
    uint16_t len;
    uint16_t check;
};
#define uh_sport source
#define uh_dport dest
#define uh_ulen len
#define uh_sum check

#define UDP_CORK 1
#define UDP_ENCAP 100
#define SOL_UDP 17

#endif
