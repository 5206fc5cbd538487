#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "../internal/names.h"

/* The longest run of two or more zero groups becomes ::, the first one of equals. */
static void write_inet6_address(const unsigned char *bytes, char *text)
{
    int gap = -1, gap_size = 1, group, start;

    for (group = 0; group < 8; group++) {
        for (start = group; group < 8 && !bytes[2 * group] && !bytes[2 * group + 1]; group++) {}
        if (group - start > gap_size) {
            gap = start;
            gap_size = group - start;
        }
    }
    for (group = 0; group < 8; group++) {
        if (group == gap) {
            text += sprintf(text, group == 0 ? "::" : ":");
            group += gap_size - 1;
            continue;
        }
        /* The last groups of an address of the old family are written its way. */
        if (group == 6 && gap == 0 && (gap_size == 6 || (gap_size == 5 && bytes[10] == 0xff && bytes[11] == 0xff))) {
            sprintf(text, "%d.%d.%d.%d", bytes[12], bytes[13], bytes[14], bytes[15]);
            return;
        }
        text += sprintf(text, "%x%s", bytes[2 * group] << 8 | bytes[2 * group + 1], group < 7 ? ":" : "");
    }
}

const char *__inet_ntop(int family, const void *address, char *text, socklen_t size)
{
    const unsigned char *bytes = address;
    char whole[INET6_ADDRSTRLEN];

    if (family == AF_INET) {
        sprintf(whole, "%d.%d.%d.%d", bytes[0], bytes[1], bytes[2], bytes[3]);
    } else if (family == AF_INET6) {
        write_inet6_address(bytes, whole);
    } else {
        errno = EAFNOSUPPORT;
        return NULL;
    }
    if (strlen(whole) >= size) {
        errno = ENOSPC;
        return NULL;
    }
    return strcpy(text, whole);
}
PUBLIC_NAME(inet_ntop);
