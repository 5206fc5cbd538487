// Values chosen by a comparison, and comparisons with both ends of a range, at the edges of every type.
#include <limits.h>
#include <stdio.h>

static int min(int a, int b) { return a < b ? a : b; }
static unsigned umin(unsigned a, unsigned b) { return a < b ? a : b; }
static long lmax(long a, long b) { return a > b ? a : b; }
static int clamp(int x, int low, int high) { return x < low ? low : x > high ? high : x; }
static unsigned step(unsigned c) { return c & 1 ? c >> 1 ^ 0xEDB88320u : c >> 1; }
static long either(int which, long a, long b) { return which ? a : b; }
static unsigned widened(int which, unsigned char a, short b) { return which > 3 ? a : b; }
static int not_equal(int a, int b) { return a == b ? 0 : 1; }

static int digit(int c) { return c >= '0' && c <= '9'; }
static int outside(int x) { return x < -10 || x > 10; }
static int from_least(int x) { return x >= INT_MIN && x <= -5; }
static int to_most(int x) { return x > 5 && x <= INT_MAX; }
static int unsigned_range(unsigned x) { return x > 3 && x < 4000000000u; }
static int long_range(long x) { return x >= -1 && x < 1L << 40; }
static int empty(int x) { return x > 5 && x < 5; }
static int char_range(signed char c) { return c >= -3 && c <= 100; }
static int mixed(int x) { return x >= 0 && (unsigned)x <= 9; }

int main(void)
{
    static const int v[] = { INT_MIN, INT_MIN + 1, -11, -10, -6, -5, -4, -3, -1, 0, 1, 3, 4, 5, 6, 9, 10, 11, 47, 48, 57, 58, 100, 101, 127,
                             INT_MAX - 1, INT_MAX };
    enum { COUNT = sizeof v / sizeof *v };
    for (int i = 0; i < COUNT; i++) {
        int x = v[i], y = v[(i * 7 + 3) % COUNT];
        printf("%d %u %ld %d %u %ld %u %d | ", min(x, y), umin(x, y), lmax(x, (long)y * 3), clamp(x, -5, 57), step(x), either(x & 1, x, y),
               widened(x, i, -i), not_equal(x, 9));
        printf("%d%d%d%d%d%d%d%d%d\n", digit(x), outside(x), from_least(x), to_most(x), unsigned_range(x), long_range(x), empty(x),
               char_range((signed char)x), mixed(x));
    }
    printf("%d %d %d\n", long_range((1L << 40) - 1), long_range(1L << 40), long_range(LONG_MIN));

    // Several values of one branch, and a choice carried around a loop.
    int best = v[0], where = 0, turns = 0;
    for (int i = 0; i < COUNT; i++)
        if (v[i] % 10 > best % 10) {
            best = v[i];
            where = i;
        }
    for (unsigned c = 27; c != 1; turns++) c = c % 2 ? 3 * c + 1 : c / 2;
    printf("%d %d %d\n", best, where, turns);
    return 0;
}
