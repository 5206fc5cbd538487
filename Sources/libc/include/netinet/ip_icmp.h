#ifndef _MINICC_LIBC_NETINET_IP_ICMP_H
#define _MINICC_LIBC_NETINET_IP_ICMP_H

#include <stdint.h>
#include <netinet/in.h>
#include <netinet/ip.h>

struct icmphdr {
    uint8_t type;
    uint8_t code;
    uint16_t checksum;
    union {
        struct {
            uint16_t id;
            uint16_t sequence;
        } echo;
        uint32_t gateway;
        struct {
            uint16_t __room;
            uint16_t mtu;
        } frag;
    } un;
};

struct icmp {
    uint8_t icmp_type;
    uint8_t icmp_code;
    uint16_t icmp_cksum;
    union {
        struct {
            uint16_t icd_id;
            uint16_t icd_seq;
        } ih_idseq;
        struct {
            uint16_t ipm_void;
            uint16_t ipm_nextmtu;
        } ih_pmtu;
        struct in_addr ih_gwaddr;
        uint32_t ih_void;
    } icmp_hun;
    union {
        struct ip id_ip;
        uint32_t id_mask;
        uint8_t id_data[1];
    } icmp_dun;
};
#define icmp_id icmp_hun.ih_idseq.icd_id
#define icmp_seq icmp_hun.ih_idseq.icd_seq
#define icmp_gwaddr icmp_hun.ih_gwaddr
#define icmp_nextmtu icmp_hun.ih_pmtu.ipm_nextmtu
#define icmp_void icmp_hun.ih_void
#define icmp_ip icmp_dun.id_ip
#define icmp_mask icmp_dun.id_mask
#define icmp_data icmp_dun.id_data

#define ICMP_ECHOREPLY 0
#define ICMP_DEST_UNREACH 3
#define ICMP_UNREACH 3
#define ICMP_SOURCE_QUENCH 4
#define ICMP_REDIRECT 5
#define ICMP_ECHO 8
#define ICMP_TIME_EXCEEDED 11
#define ICMP_TIMXCEED 11
#define ICMP_PARAMETERPROB 12
#define ICMP_TIMESTAMP 13
#define ICMP_TIMESTAMPREPLY 14
#define ICMP_INFO_REQUEST 15
#define ICMP_INFO_REPLY 16
#define ICMP_ADDRESS 17
#define ICMP_ADDRESSREPLY 18
#define ICMP_UNREACH_NET 0
#define ICMP_UNREACH_HOST 1
#define ICMP_UNREACH_PROTOCOL 2
#define ICMP_UNREACH_PORT 3
#define ICMP_UNREACH_NEEDFRAG 4
#define ICMP_UNREACH_SRCFAIL 5
#define ICMP_UNREACH_NET_UNKNOWN 6
#define ICMP_UNREACH_HOST_UNKNOWN 7
#define ICMP_UNREACH_ISOLATED 8
#define ICMP_UNREACH_NET_PROHIB 9
#define ICMP_UNREACH_HOST_PROHIB 10
#define ICMP_UNREACH_TOSNET 11
#define ICMP_UNREACH_TOSHOST 12
#define ICMP_UNREACH_FILTER_PROHIB 13
#define ICMP_UNREACH_HOST_PRECEDENCE 14
#define ICMP_UNREACH_PRECEDENCE_CUTOFF 15
#define ICMP_REDIRECT_NET 0
#define ICMP_REDIRECT_HOST 1
#define ICMP_REDIRECT_TOSNET 2
#define ICMP_REDIRECT_TOSHOST 3
#define ICMP_TIMXCEED_INTRANS 0
#define ICMP_TIMXCEED_REASS 1
#define ICMP_NET_UNREACH ICMP_UNREACH_NET
#define ICMP_HOST_UNREACH ICMP_UNREACH_HOST
#define ICMP_PROT_UNREACH ICMP_UNREACH_PROTOCOL
#define ICMP_PORT_UNREACH ICMP_UNREACH_PORT
#define ICMP_FRAG_NEEDED ICMP_UNREACH_NEEDFRAG
#define ICMP_SR_FAILED ICMP_UNREACH_SRCFAIL
#define ICMP_NET_UNKNOWN ICMP_UNREACH_NET_UNKNOWN
#define ICMP_HOST_UNKNOWN ICMP_UNREACH_HOST_UNKNOWN
#define ICMP_HOST_ISOLATED ICMP_UNREACH_ISOLATED
#define ICMP_REDIR_NET ICMP_REDIRECT_NET
#define ICMP_REDIR_HOST ICMP_REDIRECT_HOST
#define ICMP_EXC_TTL ICMP_TIMXCEED_INTRANS
#define ICMP_EXC_FRAGTIME ICMP_TIMXCEED_REASS
#define ICMP_MINLEN 8

#endif
