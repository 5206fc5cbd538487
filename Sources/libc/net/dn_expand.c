#include <resolv.h>
#include <string.h>
#include "../internal/names.h"

/* A name is a row of labels, each with its length in front; a length from 0xc0 on begins a place in the message where the
   name goes on. */

int __dn_skipname(const unsigned char *from, const unsigned char *end)
{
    const unsigned char *at = from;

    while (at < end) {
        if (*at == 0) return (int)(at + 1 - from);
        if (*at >= 0xc0) return at + 1 < end ? (int)(at + 2 - from) : -1;
        at += *at + 1;
    }
    return -1;
}
PUBLIC_NAME(dn_skipname);

int __dn_expand(const unsigned char *message, const unsigned char *end, const unsigned char *from, char *name, int size)
{
    const unsigned char *at = from;
    char *to = name;
    int used = -1, jumps = 0;

    if (from >= end || size <= 0) return -1;
    for (;;) {
        if (at >= end) return -1;
        if (*at >= 0xc0) {
            int place;
            if (at + 1 >= end || jumps++ > end - message) return -1;
            place = (at[0] & 0x3f) << 8 | at[1];
            if (used < 0) used = (int)(at + 2 - from);
            if (place >= end - message) return -1;
            at = message + place;
        } else if (*at) {
            int length = *at++;
            if (length >= end - at || to - name + length + 1 >= size) return -1;
            if (to != name) *to++ = '.';
            memcpy(to, at, (size_t)length);
            to += length;
            at += length;
        } else {
            *to = 0;
            return used < 0 ? (int)(at + 1 - from) : used;
        }
    }
}
PUBLIC_NAME(dn_expand);

/* Without a place to refer to: a name is written in full. */
int __dn_comp(const char *name, unsigned char *to, int size, unsigned char **names, unsigned char **last)
{
    int used = 0;

    (void)names;
    (void)last;
    while (*name && strcmp(name, ".") != 0) {
        size_t length = strcspn(name, ".");
        if (length == 0 || length > NS_MAXLABEL || used + (int)length + 2 > size) return -1;
        to[used++] = (unsigned char)length;
        memcpy(to + used, name, length);
        used += (int)length;
        name += length;
        if (*name) name++;
    }
    if (used >= size || used >= NS_MAXCDNAME) return -1;
    to[used++] = 0;
    return used;
}
PUBLIC_NAME(dn_comp);
