#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include "../internal/names.h"

INNER_NAME(htonl);

/* One to four numbers, decimal, octal or hexadecimal; the last one fills what the others left. */
int __inet_aton(const char *text, struct in_addr *address)
{
    unsigned long value = 0;
    int parts = 0;

    for (;;) {
        unsigned long part, room;
        char *end;

        if (*text < '0' || *text > '9') return 0;
        part = strtoul(text, &end, 0);
        if (*end == '.') {
            if (part > 255 || parts == 3) return 0;
            value = value << 8 | part;
            parts++;
            text = end + 1;
            continue;
        }
        room = 8 * (4 - (unsigned long)parts);
        if (part >> room || (*end && *end != ' ' && *end != '\t' && *end != '\n')) return 0;
        value = value << room | part;
        break;
    }
    if (address) address->s_addr = __htonl((uint32_t)value);
    return 1;
}
PUBLIC_NAME(inet_aton);

in_addr_t __inet_addr(const char *text)
{
    struct in_addr address;

    return __inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}
PUBLIC_NAME(inet_addr);

char *__inet_ntoa(struct in_addr address)
{
    static char text[INET_ADDRSTRLEN];
    const unsigned char *byte = (const unsigned char *)&address.s_addr;

    sprintf(text, "%d.%d.%d.%d", byte[0], byte[1], byte[2], byte[3]);
    return text;
}
PUBLIC_NAME(inet_ntoa);
