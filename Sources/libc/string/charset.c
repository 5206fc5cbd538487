#include "../internal/charset.h"

void __charset_make(struct charset *set, const char *members)
{
    set->bits[0] = set->bits[1] = set->bits[2] = set->bits[3] = 0;
    for (; *members; members++) {
        unsigned int c = (unsigned char)*members;
        set->bits[c >> 6] |= 1UL << (c & 63);
    }
}
