#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>

/* One to four numbers, decimal, octal or hexadecimal; the last one fills what the others left. */
int inet_aton(const char *text, struct in_addr *address)
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
    if (address) address->s_addr = htonl((uint32_t)value);
    return 1;
}

in_addr_t inet_addr(const char *text)
{
    struct in_addr address;

    return inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}

char *inet_ntoa(struct in_addr address)
{
    static char text[INET_ADDRSTRLEN];
    const unsigned char *byte = (const unsigned char *)&address.s_addr;

    sprintf(text, "%d.%d.%d.%d", byte[0], byte[1], byte[2], byte[3]);
    return text;
}
