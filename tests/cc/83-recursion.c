/* Functions that call themselves and each other. */
#include "show.h"

static int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
static int ackermann(int m, int n) { return !m ? n + 1 : ackermann(m - 1, n ? ackermann(m, n - 1) : 1); }
static int is_odd(unsigned n);
static int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1); }
static int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1); }
static int moves(int n, char from, char to, char other) { return n ? moves(n - 1, from, other, to) + 1 + moves(n - 1, other, to, from) : 0; }
static void digits(unsigned n) { if (n > 9) digits(n / 10); char c[2] = { '0' + n % 10, 0 }; put(c); }
static long gcd(long a, long b) { return b ? gcd(b, a % b) : a; }
static int permutations, used[6];
static void permute(int depth) { if (depth == 6) { permutations++; return; } for (int i = 0; i < 6; i++) if (!used[i]) { used[i] = 1; permute(depth + 1); used[i] = 0; } }
static int sum(int n) { return n ? n + sum(n - 1) : 0; }

int main(void) {
    SHOW(fibonacci(20));
    SHOW(ackermann(2, 9));
    SHOW(is_even(1001));
    SHOW(moves(10, 'a', 'b', 'c'));
    digits(1234567890); put("\n");
    SHOW(gcd(1071000, 462000));
    permute(0);
    SHOW(permutations);
    SHOW(sum(10000));
    return 0;
}
