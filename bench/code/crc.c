/* Bits and bytes: a CRC bit by bit, the same by table, and Adler's sum. */
#include <stdio.h>

enum { SIZE = 1 << 16 };
static unsigned char data[SIZE];
static unsigned table[256];

static unsigned by_bits(const unsigned char *p, unsigned n)
{
    unsigned crc = 0xFFFFFFFF;
    while (n-- > 0) {
        crc ^= *p++;
        for (int k = 0; k < 8; k++) crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
    return ~crc;
}

static void make_table(void)
{
    for (unsigned i = 0; i < 256; i++) {
        unsigned c = i;
        for (int k = 0; k < 8; k++) {
            if (c & 1) c = 0xEDB88320 ^ c >> 1;
            else c >>= 1;
        }
        table[i] = c;
    }
}

static unsigned by_table(const unsigned char *p, unsigned n)
{
    unsigned crc = 0xFFFFFFFF;
    for (unsigned i = 0; i < n; i++) crc = table[(crc ^ p[i]) & 0xFF] ^ crc >> 8;
    return ~crc;
}

static unsigned adler(const unsigned char *p, unsigned n)
{
    unsigned a = 1, b = 0;
    for (unsigned i = 0; i < n; i++) {
        a = (a + p[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

int main(void)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < SIZE; i++) data[i] = i * 7 ^ i >> 5;
    make_table();
    for (int round = 0; round < 600; round++) {
        if (round % 4 == 0) sum = sum * 31 + by_bits(data, SIZE);
        sum = sum * 31 + by_table(data, SIZE);
        sum = sum * 31 + adler(data, SIZE);
        data[sum % SIZE] ^= round;
    }
    printf("crc %u\n", sum);
    return 0;
}
