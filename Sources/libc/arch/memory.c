#include <string.h>
#include "../internal/word.h"

/* The four that libp1pp has in P1 links. All machines here read and write words at any address, so only
   the target is aligned; compilers must not turn these loops into calls of the functions themselves. */

void *memcpy(void *to, const void *from, size_t size)
{
    char *out = to;
    const char *in = from;

    if (size >= 16) {
        while (!WORD_ALIGNED(out)) {
            *out++ = *in++;
            size--;
        }
        for (; size >= 32; size -= 32, out += 32, in += 32) {
            word_t a = ((const word_t *)in)[0], b = ((const word_t *)in)[1];
            word_t c = ((const word_t *)in)[2], d = ((const word_t *)in)[3];
            ((word_t *)out)[0] = a;
            ((word_t *)out)[1] = b;
            ((word_t *)out)[2] = c;
            ((word_t *)out)[3] = d;
        }
        for (; size >= 8; size -= 8, out += 8, in += 8)
            *(word_t *)out = *(const word_t *)in;
    }
    while (size-- > 0)
        *out++ = *in++;
    return to;
}

void *memmove(void *to, const void *from, size_t size)
{
    char *out = to;
    const char *in = from;

    /* Forwards does no harm unless the target begins inside the source. */
    if ((size_t)(out - in) >= size)
        return memcpy(to, from, size);
    out += size;
    in += size;
    while (size > 0 && !WORD_ALIGNED(out)) {
        *--out = *--in;
        size--;
    }
    for (; size >= 8; size -= 8) {
        out -= 8;
        in -= 8;
        *(word_t *)out = *(const word_t *)in;
    }
    while (size-- > 0)
        *--out = *--in;
    return to;
}

void *memset(void *to, int byte, size_t size)
{
    char *out = to;
    word_t pattern = WORD_OF_BYTE(byte);

    if (size >= 16) {
        while (!WORD_ALIGNED(out)) {
            *out++ = (char)byte;
            size--;
        }
        for (; size >= 32; size -= 32, out += 32) {
            ((word_t *)out)[0] = pattern;
            ((word_t *)out)[1] = pattern;
            ((word_t *)out)[2] = pattern;
            ((word_t *)out)[3] = pattern;
        }
        for (; size >= 8; size -= 8, out += 8)
            *(word_t *)out = pattern;
    }
    while (size-- > 0)
        *out++ = (char)byte;
    return to;
}

int memcmp(const void *a, const void *b, size_t size)
{
    const unsigned char *x = a, *y = b;

    for (; size >= 8 && *(const word_t *)x == *(const word_t *)y; size -= 8) {
        x += 8;
        y += 8;
    }
    for (; size > 0; size--, x++, y++)
        if (*x != *y)
            return *x - *y;
    return 0;
}
