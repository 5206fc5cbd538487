/* Bytes and strings. The copies are the link's memcpy and so on, which the compiler also calls. */
#include "base.h"

void *memmove(void *to, const void *from, u64 size);
void *memset(void *at, int byte, u64 size);

void copy_bytes(void *to, const void *from, u64 size)
{
    memmove(to, from, size);
}

void clear_bytes(void *at, u64 size)
{
    memset(at, 0, size);
}

/* Pages are cleared and copied so often that the loop should not be what it costs. */
void clear_page(void *page)
{
    u64 *at = page, *end = at + PAGE_SIZE / 8;

    for (; at < end; at += 8) at[0] = at[1] = at[2] = at[3] = at[4] = at[5] = at[6] = at[7] = 0;
}

void copy_page(void *to, const void *from)
{
    const u64 *source = from;
    u64 *at = to, *end = at + PAGE_SIZE / 8;

    for (; at < end; at += 8, source += 8) {
        at[0] = source[0];
        at[1] = source[1];
        at[2] = source[2];
        at[3] = source[3];
        at[4] = source[4];
        at[5] = source[5];
        at[6] = source[6];
        at[7] = source[7];
    }
}

u64 string_length(const char *s)
{
    const char *end = s;

    while (*end) end++;
    return end - s;
}

int strings_equal(const char *a, const char *b)
{
    while (*a && *a == *b) a++, b++;
    return *a == *b;
}

int starts_with(const char *s, const char *prefix)
{
    while (*prefix)
        if (*s++ != *prefix++) return 0;
    return 1;
}

void copy_string(char *to, const char *from, u64 size)
{
    u64 i = 0;

    while (i + 1 < size && from[i]) to[i] = from[i], i++;
    to[i] = 0;
}

static int digit_of(int c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 99;
}

u64 parse_number(const char *s)
{
    u64 value = 0;
    int base = 10;

    if (s[0] == '0' && (s[1] == 'x' || s[1] == 'X')) base = 16, s += 2;
    for (; digit_of(*s) < base; s++) value = value * base + digit_of(*s);
    return value;
}
