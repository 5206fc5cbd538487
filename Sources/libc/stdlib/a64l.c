#include <stdlib.h>
#include <string.h>

/* 32-bit numbers as up to six digits to the base 64, the lowest first. */
static const char base64_digits[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

long a64l(const char *text)
{
    unsigned int value = 0;
    int shift;

    for (shift = 0; shift < 36 && *text; shift += 6, text++) {
        const char *digit = strchr(base64_digits, *text);
        if (!digit) break;
        value |= (unsigned int)(digit - base64_digits) << shift;
    }
    return (int)value;
}

char *l64a(long value)
{
    static char text[7];
    unsigned int left = (unsigned int)value;
    char *to = text;

    for (; left; left >>= 6) *to++ = base64_digits[left & 63];
    *to = 0;
    return text;
}
