/* memcpy, memmove and memset of up to four thousand bytes, overlapping at all distances, against loops of bytes. */
#include <stdio.h>
#include <string.h>

#define SIZE 9000

static unsigned char area[SIZE], before[SIZE];
static unsigned seed = 1;

static int below(int limit)
{
    seed = seed * 1103515245 + 12345;
    return (int)((seed >> 16) % (unsigned)limit);
}

/* How many bytes are not what they should be, if `size` bytes at `to` came from `from` or, if that is negative, are `byte`. */
static int wrong_bytes(int to, int from, int size, int byte)
{
    int i, wrong = 0;

    for (i = 0; i < SIZE; i++) {
        int wanted = i < to || i >= to + size ? before[i] : from < 0 ? byte : before[from + i - to];
        wrong += area[i] != wanted;
    }
    return wrong;
}

int main(void)
{
    int turn, wrong = 0;

    for (turn = 0; turn < 3000; turn++) {
        int to = below(2048) + 64, size = below(4096), i;
        int from = turn % 2 ? to + below(128) - 64 : below(2048);

        for (i = 0; i < SIZE; i++)
            before[i] = (unsigned char)(i * 7 + i / 256 + turn);
        memcpy(area, before, SIZE);
        wrong += memmove(area + to, area + from, (size_t)size) != area + to;
        wrong += wrong_bytes(to, from, size, 0);

        for (i = 0; i < SIZE; i++)
            area[i] = before[i];
        wrong += memset(area + to, turn, (size_t)size) != area + to;
        wrong += wrong_bytes(to, -1, size, turn & 255);

        for (i = 0; i < SIZE; i++)
            area[i] = before[i];
        from = to;
        to += size;
        if (to + size <= SIZE) {
            wrong += memcpy(area + to, area + from, (size_t)size) != area + to;
            wrong += wrong_bytes(to, from, size, 0);
        }
    }
    printf("%d wrong\n", wrong);
    return 0;
}
