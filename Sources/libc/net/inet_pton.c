#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include "../internal/names.h"

/* Exactly four decimal numbers without leading zeros. */
static int read_inet_address(const char *text, unsigned char *bytes)
{
    int part;

    for (part = 0; part < 4; part++) {
        int value = 0, digits = 0;

        if (part > 0 && *text++ != '.') return 0;
        for (; *text >= '0' && *text <= '9'; text++) {
            if (digits > 0 && value == 0) return 0;
            value = value * 10 + (*text - '0');
            digits++;
            if (value > 255) return 0;
        }
        if (digits == 0) return 0;
        bytes[part] = (unsigned char)value;
    }
    return *text == 0;
}

static int hex_digit_of_address(int byte)
{
    if (byte >= '0' && byte <= '9') return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* Eight groups of hexadecimal digits; :: stands for as many zeros as are missing, and the last two may be written as four
   decimal numbers. */
static int read_inet6_address(const char *text, unsigned char *bytes)
{
    int size = 0, gap = -1;

    memset(bytes, 0, 16);
    if (text[0] == ':') {
        if (text[1] != ':') return 0;
        text++;
    }
    while (*text) {
        const char *start;
        int value = 0, digits = 0;

        if (*text == ':' && gap < 0 && (size == 0 || text[-1] == ':')) {
            gap = size;
            text++;
            continue;
        }
        for (start = text; hex_digit_of_address(*text) >= 0 && digits < 5; text++, digits++)
            value = value << 4 | hex_digit_of_address(*text);
        if (*text == '.' && size <= 12 && read_inet_address(start, bytes + size)) {
            size += 4;
            break;
        }
        if (digits == 0 || digits > 4 || size == 16) return 0;
        bytes[size++] = (unsigned char)(value >> 8);
        bytes[size++] = (unsigned char)value;
        if (!*text) break;
        if (*text != ':' || !text[1]) return 0;
        text++;
    }
    if (gap < 0) return size == 16;
    if (size == 16) return 0;
    memmove(bytes + 16 - (size - gap), bytes + gap, (size_t)(size - gap));
    memset(bytes + gap, 0, (size_t)(16 - size));
    return 1;
}

int __inet_pton(int family, const char *text, void *address)
{
    unsigned char bytes[16];

    if (family != AF_INET && family != AF_INET6) {
        errno = EAFNOSUPPORT;
        return -1;
    }
    if (!(family == AF_INET ? read_inet_address(text, bytes) : read_inet6_address(text, bytes))) return 0;
    memcpy(address, bytes, family == AF_INET ? 4 : 16);
    return 1;
}
PUBLIC_NAME(inet_pton);
