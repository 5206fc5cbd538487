/* Hosts, protocols and networks by name and number; messages of name servers; addresses of the net's hardware. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/udp.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
#include <net/if.h>

static void hosts(void)
{
    struct in_addr four = { htonl(INADDR_LOOPBACK) };
    struct hostent *host = gethostbyaddr(&four, sizeof four, AF_INET), room, *found;
    char bytes[4096], text[64];
    int problem = 0;

    printf("%s %d\n", host->h_name, host->h_length);
    host = gethostbyname("10.2.3.4");
    printf("%s %s\n", host->h_name, inet_ntop(AF_INET, host->h_addr, text, sizeof text));
    printf("%d", gethostbyname_r("localhost", &room, bytes, sizeof bytes, &found, &problem));
    printf(" %d %s\n", found == &room, inet_ntop(AF_INET, room.h_addr, text, sizeof text));
    host = gethostbyname2("::1", AF_INET6);
    printf("%d %s\n", host->h_length, inet_ntop(AF_INET6, host->h_addr, text, sizeof text));
    sethostent(1);
    host = gethostent();
    printf("%d\n", host != NULL && host->h_addr != NULL);
    endhostent();
}

static void numbers(void)
{
    struct in6_addr a, b;
    struct in_addr four;
    struct protoent *protocol = getprotobyname("tcp");

    printf("%s %d\n", protocol->p_name, protocol->p_proto);
    protocol = getprotobynumber(17);
    printf("%s %s\n", protocol->p_name, protocol->p_aliases[0]);
    printf("%d\n", getprotobyname("nonesuch") == NULL);
    inet_pton(AF_INET6, "fe80::1", &a);
    b = a;
    printf("%d %d", IN6_ARE_ADDR_EQUAL(&a, &b), IN6_IS_ADDR_LINKLOCAL(&a));
    b.s6_addr[15] = 2;
    printf(" %d\n", IN6_ARE_ADDR_EQUAL(&a, &b));
    printf("%x %x %x\n", (unsigned)inet_network("127"), (unsigned)inet_network("10.1"), (unsigned)inet_network("192.168.1"));
    four = inet_makeaddr(10, 0x10203);
    printf("%s %u %x\n", inet_ntoa(four), (unsigned)inet_netof(four), (unsigned)inet_lnaof(four));
    four = inet_makeaddr(0xc0a801, 7);
    printf("%s %x %x\n", inet_ntoa(four), (unsigned)inet_netof(four), (unsigned)inet_lnaof(four));
}

static void names(void)
{
    static const unsigned char message[] = "\0\1\1\0\0\1\0\0\0\0\0\0\3www\7example\3org\0\4mail\300\20";
    const unsigned char *end = message + sizeof message - 1, *at = message + 12;
    unsigned char bytes[64];
    unsigned value;
    char name[64];
    int i, length;

    length = dn_expand(message, end, at, name, sizeof name);
    printf("%d %s\n", length, name);
    at += length;
    printf("%d\n", dn_skipname(at, end));
    length = dn_expand(message, end, at, name, sizeof name);
    printf("%d %s\n", length, name);
    printf("%d %d\n", dn_expand(message, end, at, name, 5), dn_expand(message, end - 1, at, name, sizeof name));
    length = dn_comp("a.bc.def", bytes, sizeof bytes, NULL, NULL);
    for (i = 0; i < length; i++) printf("%02x", bytes[i]);
    printf(" %d\n", dn_comp("a.bc.def", bytes, 5, NULL, NULL));
    at = message + 4;
    NS_GET16(value, at);
    printf("%u %d\n", value, (int)(at - message));
    length = res_mkquery(ns_o_query, "x.org", ns_c_in, ns_t_mx, NULL, 0, NULL, bytes, sizeof bytes);
    printf("%d", length);
    for (i = 2; i < length; i++) printf(" %02x", bytes[i]);
    printf("\n");
}

static void records(void)
{
    static const unsigned char message[] =
        "\x12\x34\x81\x83\0\1\0\2\0\0\0\0"
        "\1x\3org\0\0\1\0\1"
        "\300\14\0\1\0\1\0\0\1\0\0\4\12\1\2\3"
        "\300\14\0\20\0\1\0\0\0\7\0\3\2hi";
    ns_msg parsed;
    ns_rr record;
    int i, length = sizeof message - 1;

    printf("%d", ns_initparse(message, length, &parsed));
    printf(" %x %d %d %d", ns_msg_id(parsed), ns_msg_getflag(parsed, ns_f_qr), ns_msg_getflag(parsed, ns_f_ra), ns_msg_getflag(parsed, ns_f_rcode));
    printf(" %d %d\n", ns_msg_count(parsed, ns_s_qd), ns_msg_count(parsed, ns_s_an));
    printf("%d", ns_parserr(&parsed, ns_s_qd, 0, &record));
    printf(" %s %d\n", ns_rr_name(record), ns_rr_type(record) == ns_t_a);
    for (i = 0; i < 2; i++) {
        printf("%d", ns_parserr(&parsed, ns_s_an, i, &record));
        printf(" %s %d %d %u %d %02x\n", ns_rr_name(record), ns_rr_type(record), ns_rr_class(record), (unsigned)ns_rr_ttl(record), ns_rr_rdlen(record),
               ns_rr_rdata(record)[0]);
    }
    printf("%d", ns_parserr(&parsed, ns_s_an, 2, &record));
    printf(" %d", ns_initparse(message, length - 1, &parsed));
    printf(" %d\n", ns_initparse(message, 11, &parsed));
}

int main(void)
{
    struct ether_addr hardware;
    struct ip packet;
    char name[64];

    hosts();
    numbers();
    names();
    records();
    printf("%s", ether_ntoa(ether_aton_r("00:1a:2B:3:4:ff", &hardware)));
    printf(" %d\n", ether_aton("1:2:3:4:5") == NULL);
    printf("%d", ether_line("\t1:2:3:4:5:a  printer # upstairs\n", &hardware, name));
    printf(" %s %s", name, ether_ntoa(&hardware));
    printf(" %d %d", ether_line("1:2:3:4:5:a # nobody\n", &hardware, name), ether_line("# none", &hardware, name));
    printf(" %d %d\n", ether_hostton("nobody has this name", &hardware), ether_ntohost(name, &hardware));
    memset(&packet, 0, sizeof packet);
    packet.ip_v = 4;
    packet.ip_hl = 5;
    printf("%02x %d %d\n", *(unsigned char *)&packet, (int)sizeof packet, (int)sizeof(struct udphdr));
    printf("%d %d\n", if_nametoindex("nonesuch0"), (int)sizeof(struct ifreq));
    return 0;
}
