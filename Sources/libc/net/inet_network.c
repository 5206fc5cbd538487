#include <arpa/inet.h>
#include "../internal/names.h"

INNER_NAME(htonl);
INNER_NAME(inet_aton);
INNER_NAME(ntohl);

/* Addresses of the time of classes: a network's number and a host's in it, in the machine's order of bytes. */

in_addr_t __inet_network(const char *text)
{
    struct in_addr address;
    in_addr_t number, given = 0;
    const char *at;

    if (!__inet_aton(text, &address)) return INADDR_NONE;
    /* "10.1" is network 10.1, where an address has zeros in the middle. */
    number = __ntohl(address.s_addr);
    for (at = text; *at; at++) given += *at == '.';
    if (given == 0) return number;
    if (given == 1) return (number >> 24) << 8 | (number & 0xff);
    if (given == 2) return (number >> 16) << 8 | (number & 0xff);
    return number;
}
PUBLIC_NAME(inet_network);

struct in_addr __inet_makeaddr(in_addr_t network, in_addr_t host)
{
    struct in_addr address;

    if (network < 0x80) address.s_addr = network << 24 | (host & 0xffffff);
    else if (network < 0x10000) address.s_addr = network << 16 | (host & 0xffff);
    else if (network < 0x1000000) address.s_addr = network << 8 | (host & 0xff);
    else address.s_addr = network | host;
    address.s_addr = __htonl(address.s_addr);
    return address;
}
PUBLIC_NAME(inet_makeaddr);

in_addr_t __inet_netof(struct in_addr address)
{
    in_addr_t number = __ntohl(address.s_addr);

    return number < 0x80000000 ? number >> 24 : number < 0xc0000000 ? number >> 16 : number >> 8;
}
PUBLIC_NAME(inet_netof);

in_addr_t __inet_lnaof(struct in_addr address)
{
    in_addr_t number = __ntohl(address.s_addr);

    return number & (number < 0x80000000 ? 0xffffffU : number < 0xc0000000 ? 0xffffU : 0xffU);
}
PUBLIC_NAME(inet_lnaof);
