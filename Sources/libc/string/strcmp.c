#include <string.h>
#include "../internal/word.h"

int strcmp(const char *a, const char *b)
{
    for (;;) {
        /* So far words may be read. The first is looked at by itself, since most texts differ early. */
        const char *end = a + (PAGE_REST(a) < PAGE_REST(b) ? PAGE_REST(a) : PAGE_REST(b));

        while (end - a >= 8) {
            word_t x = *(const word_t *)a, y = *(const word_t *)b;
            if (x != y || WORD_ZEROS(x)) {
                for (; (x & 255) == (y & 255) && (x & 255); x >>= 8)
                    y >>= 8;
                return (int)(x & 255) - (int)(y & 255);
            }
            a += 8;
            b += 8;
            for (; end - a >= 32; a += 32, b += 32) {
                const word_t *p = (const word_t *)a, *q = (const word_t *)b;
                if ((p[0] ^ q[0]) | (p[1] ^ q[1]) | (p[2] ^ q[2]) | (p[3] ^ q[3]))
                    break;
                if (BLOCK_MAY_HAVE_ZERO(p[0], p[1], p[2], p[3]))
                    break;
            }
        }
        for (; a < end; a++, b++)
            if (*a != *b || !*a)
                return (unsigned char)*a - (unsigned char)*b;
    }
}
