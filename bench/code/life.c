/* Conditions and neighbours: Conway's game, edit distance, the highest and lowest of rows. */
#include <stdio.h>

enum { W = 128, H = 96, LENGTH = 400 };
static unsigned char cells[H][W], after[H][W];
static char first[LENGTH], second[LENGTH];
static int distance[2][LENGTH + 1];

static void step(void)
{
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            int n = 0;
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++)
                    if (dx || dy) n += cells[(y + dy + H) % H][(x + dx + W) % W];
            after[y][x] = n == 3 || n == 2 && cells[y][x];
        }
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) cells[y][x] = after[y][x];
}

static int min(int a, int b) { return a < b ? a : b; }

static int edits(const char *a, const char *b)
{
    for (int j = 0; j <= LENGTH; j++) distance[0][j] = j;
    for (int i = 1; i <= LENGTH; i++) {
        int *now = distance[i & 1], *before = distance[~i & 1];
        now[0] = i;
        for (int j = 1; j <= LENGTH; j++)
            now[j] = min(min(now[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] != b[j - 1]));
    }
    return distance[LENGTH & 1][LENGTH];
}

static int spread(void)
{
    int low = W, high = 0;
    for (int y = 0; y < H; y++) {
        int n = 0;
        for (int x = 0; x < W; x++) n += cells[y][x] ? 1 : 0;
        if (n < low) low = n;
        if (n > high) high = n;
    }
    return high - low;
}

int main(void)
{
    unsigned seed = 5, sum = 0;
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            seed = seed * 1103515245 + 12345;
            cells[y][x] = seed >> 16 & 1;
        }
    for (int i = 0; i < LENGTH; i++) {
        seed = seed * 1103515245 + 12345;
        first[i] = 'a' + (seed >> 16 & 3);
        second[i] = 'a' + (seed >> 20 & 3);
    }
    for (int round = 0; round < 480; round++) {
        step();
        sum = sum * 31 + spread();
        sum = sum * 31 + edits(first, second);
        first[round % LENGTH] = second[round * 2 % LENGTH];
    }
    printf("life %u\n", sum);
    return 0;
}
