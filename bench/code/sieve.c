/* Bytes in a large array: the sieve of Eratosthenes, over and over. */
#include <stdio.h>

enum { LIMIT = 1 << 18 };
static unsigned char composite[LIMIT];

static int sieve(void)
{
    int count = 0;
    for (int i = 0; i < LIMIT; i++) composite[i] = 0;
    for (int i = 2; i < LIMIT; i++) {
        if (composite[i]) continue;
        count++;
        for (int j = i + i; j < LIMIT; j += i) composite[j] = 1;
    }
    return count;
}

int main(void)
{
    unsigned sum = 0;
    for (int round = 0; round < 480; round++) sum = sum * 31 + sieve();
    printf("sieve %u\n", sum);
    return 0;
}
