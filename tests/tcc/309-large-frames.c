/* Objects far from the frame pointer, of two registers too; elements of arrays of them; differences of pointers. */
#include <stdio.h>
#include <string.h>

struct pair { long first, second; };
struct three { int a, b, c; };

static const long double table[4] = { 1, 2, 3, 4.5L };
static struct pair pairs[3] = { { 1, 2 }, { 3, 4 }, { 5, 6 } };

static void fill(void *bytes, size_t size)
{
    memset(bytes, 0x55, size);
}

static struct pair far_away(long n)
{
    char before[5000];
    long double sum = 0;
    struct pair pair;
    char behind[5000];

    fill(before, sizeof before);
    fill(behind, sizeof behind);
    sum = 1000000000.0L * sum + n;
    sum = 1000000000.0L * sum + n;
    pair.first = (long)(sum / 1000000000.0L);
    pair.second = (long)(sum - 1000000000.0L * pair.first);
    printf("%.1Lf %d %d\n", sum, before[4999], behind[0]);
    return pair;
}

static long between(struct three *p, struct three *q)
{
    return q - p;
}

int main(void)
{
    struct pair pair = far_away(7);
    struct three threes[4];

    printf("%ld %ld\n", pair.first, pair.second);
    printf("%.1Lf %.1Lf %.1Lf\n", table[0], table[1], table[3]);
    pair = pairs[2];
    printf("%ld %ld %ld\n", pair.first, pair.second, pairs[1].second);
    printf("%ld %ld\n", between(threes, threes + 3), between(threes + 3, threes));
    return 0;
}
