/* memcpy, memset and memmove of few bytes, which need no call: every size, any alignment, values and side effects. */
#include <stdio.h>
#include <string.h>

static unsigned char from[160], to[160];
static int faults;

#define COPY(n) do { \
        for (int offset = 0; offset < 9; offset++) { \
            memset(to, 0xee, sizeof to); \
            void *got = memcpy(to + 3, from + offset, n); \
            for (int i = 0; i < 160; i++) { \
                int wanted = i >= 3 && i < 3 + n ? from[offset + i - 3] : 0xee; \
                faults += to[i] != wanted; \
            } \
            faults += got != to + 3; \
            memset(to, 1, sizeof to); \
            got = memset(to + offset, 0x1a5, n); \
            for (int i = 0; i < 160; i++) faults += to[i] != (i >= offset && i < offset + n ? 0xa5 : 1); \
            faults += got != to + offset; \
        } } while (0)

static int calls;
static void *next(void) { calls++; return to; }
static int byte(void) { calls += 10; return 7; }

static double of_bits(unsigned long bits) { double d; memcpy(&d, &bits, sizeof d); return d; }
static unsigned of_float(float f) { unsigned u; memcpy(&u, &f, 4); return u; }
static unsigned read32(const void *p) { unsigned u; memcpy(&u, p, 4); return u; }

struct three { char c[3]; } __attribute__((packed));

int main(void) {
    for (int i = 0; i < 160; i++) from[i] = i * 7 + 1;
    COPY(0); COPY(1); COPY(2); COPY(3); COPY(4); COPY(5); COPY(6); COPY(7); COPY(8); COPY(9); COPY(11); COPY(15); COPY(16);
    COPY(17); COPY(23); COPY(31); COPY(32); COPY(33); COPY(47); COPY(63); COPY(64); COPY(65); COPY(100);
    printf("%d faults\n", faults);

    memcpy(next(), from, 0);
    memset(next(), byte(), 3);
    printf("%d %d%d%d\n", calls, to[0], to[1], to[2]);

    for (int i = 0; i < 16; i++) to[i] = i;
    memmove(to + 1, to, 8);
    memmove(to + 9, to + 10, 4);
    memmove(to, to + 2, 13);
    for (int i = 0; i < 16; i++) printf("%d ", to[i]);
    printf("\n%.3f %x %x\n", of_bits(0x400921fb54442d18), of_float(-2.5f), read32("abcdef" + 1));

    struct three a = { "xy" }, b;
    memcpy(&b, &a, sizeof b);
    printf("%s\n", b.c);
    int sum = 0;
    for (int i = 0; i < 5; i++) { long v; memcpy(&v, from + i, 8); sum += (int)(v >> 8); }
    printf("%d\n", sum);
    return 0;
}
