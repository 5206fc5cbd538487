/* Conversions between character sets: what comes out, or where it stops. */
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include "random.h"

static const char *const sets[] = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "UCS-2LE", "UCS-2BE",
    "ISO-8859-1", "latin1", "ISO-8859-15", "CP1252", "ASCII", "US-ASCII" };

static int put_units(unsigned char *at, unsigned int value, int size, int big)
{
    int i;

    for (i = 0; i < size; i++)
        at[i] = (unsigned char)(value >> 8 * (big ? size - 1 - i : i));
    return size;
}

/* A character in the form of the set; of one byte, or something near it. */
static int put_character(const char *set, unsigned char *at, unsigned int c)
{
    int big = strstr(set, "BE") != NULL;

    if (strstr(set, "32"))
        return put_units(at, c, 4, big);
    if (strstr(set, "16") || strstr(set, "UCS")) {
        if (c < 0x10000)
            return put_units(at, c, 2, big);
        put_units(at, 0xd7c0 + (c >> 10), 2, big);
        return 2 + put_units(at + 2, 0xdc00 + (c & 0x3ff), 2, big);
    }
    if (strcmp(set, "UTF-8") != 0 || c < 0x80)
        return put_units(at, c, 1, 0);
    if (c < 0x800)
        return put_units(at, 0xc0 | c >> 6, 1, 0) + put_units(at + 1, 0x80 | (c & 63), 1, 0);
    if (c < 0x10000) {
        put_units(at, 0xe0 | c >> 12, 1, 0);
        return 1 + put_units(at + 1, 0x80 | (c >> 6 & 63), 1, 0) + put_units(at + 2, 0x80 | (c & 63), 1, 0);
    }
    put_units(at, 0xf0 | c >> 18, 1, 0);
    put_units(at + 1, 0x80 | (c >> 12 & 63), 1, 0);
    return 2 + put_units(at + 2, 0x80 | (c >> 6 & 63), 1, 0) + put_units(at + 3, 0x80 | (c & 63), 1, 0);
}

static unsigned int random_character(const char *set, int kind)
{
    unsigned int c = (unsigned int)random_below(kind == 1 ? 0x100 : kind == 2 ? 0x2200 : 0xd0000);

    return strcmp(set, "UTF-8") == 0 && c >= 0xd800 && c < 0xe000 ? c & 0xfff : c;
}

int main(int count, char **words)
{
    int cases = random_begin(count, words), i, j;

    for (i = 0; i < cases; i++) {
        const char *from = sets[random_below(sizeof sets / sizeof sets[0])], *to = sets[random_below(sizeof sets / sizeof sets[0])];
        unsigned char in[64], out[256];
        char *source = (char *)in, *target = (char *)out;
        size_t left, room = sizeof out, result;
        int size = 0, kind = random_below(4), characters = random_below(9);
        iconv_t conversion;
        /* What glibc calls cut in damaged UTF-8 depends on more than what is there. */
        while (characters-- > 0) {
            if (kind == 0)
                in[size++] = (unsigned char)random_below(*from == 'U' && from[4] == '8' ? 0xe0 : 256);
            else
                size += put_character(from, in + size, random_character(from, kind));
        }
        if (random_below(4) == 0 && size > 0)
            size--;
        left = (size_t)size;
        conversion = iconv_open(to, from);
        errno = 0;
        result = iconv(conversion, &source, &left, &target, &room);
        printf("%s to %s", from, to);
        for (j = 0; j < size; j++)
            printf(" %02x", in[j]);
        printf(": %s at %d:", result != (size_t)-1 ? "good" : errno == EINVAL ? "cut" : "bad", size - (int)left);
        for (j = 0; result != (size_t)-1 && j < target - (char *)out; j++)
            printf(" %02x", out[j]);
        printf("\n");
        iconv_close(conversion);
    }
    return 0;
}
