#include <netinet/ether.h>
#include <stdio.h>
#include <stdlib.h>
#include "../internal/names.h"

char *__ether_ntoa_r(const struct ether_addr *address, char *text)
{
    const uint8_t *b = address->ether_addr_octet;

    sprintf(text, "%x:%x:%x:%x:%x:%x", b[0], b[1], b[2], b[3], b[4], b[5]);
    return text;
}
PUBLIC_NAME(ether_ntoa_r);

char *__ether_ntoa(const struct ether_addr *address)
{
    static char text[18];

    return __ether_ntoa_r(address, text);
}
PUBLIC_NAME(ether_ntoa);

struct ether_addr *__ether_aton_r(const char *text, struct ether_addr *address)
{
    int i;

    for (i = 0; i < 6; i++) {
        char *end;
        unsigned long byte = strtoul(text, &end, 16);
        if (end == text || byte > 255 || *end != (i < 5 ? ':' : 0)) return NULL;
        address->ether_addr_octet[i] = (uint8_t)byte;
        text = end + 1;
    }
    return address;
}
PUBLIC_NAME(ether_aton_r);

struct ether_addr *__ether_aton(const char *text)
{
    static struct ether_addr address;

    return __ether_aton_r(text, &address);
}
PUBLIC_NAME(ether_aton);
