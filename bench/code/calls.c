/* Calls: Fibonacci, Ackermann, the eight (here ten) queens, functions of many arguments and mutual recursion. */
#include <stdio.h>

static int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

static int ackermann(int m, int n)
{
    if (m == 0) return n + 1;
    if (n == 0) return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

static int queens(int n, int row, unsigned columns, unsigned left, unsigned right)
{
    if (row == n) return 1;
    int count = 0;
    unsigned free = ~(columns | left | right) & ((1u << n) - 1);
    while (free) {
        unsigned bit = free & -free;
        free ^= bit;
        count += queens(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return count;
}

static int odd(int n);
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static int odd(int n) { return n == 0 ? 0 : even(n - 1); }

static long many(long a, long b, long c, long d, long e, long f, long g)
{
    if (a == 0) return b + c + d + e + f + g;
    return many(a - 1, c, d, e, f, g, b + a) + (c & 1);
}

int main(void)
{
    unsigned sum = 0;
    for (int round = 0; round < 45; round++) {
        sum = sum * 31 + fibonacci(28);
        sum = sum * 31 + ackermann(2, 900 + round);
        sum = sum * 31 + queens(9, 0, 0, 0, 0);
        for (int i = 0; i < 50; i++) sum += even(10000 + i + round);
        for (int i = 0; i < 2000; i++) sum += many(100, i, 2, 3, 4, 5, 6);
    }
    printf("calls %u\n", sum);
    return 0;
}
