// Small functions, whose calls the compiler may replace by their bodies: arguments are computed once and in
// place, results of every type, several returns, loops, locals, recursion, weak and never inlined ones.
#include <stdio.h>

static int calls;
static int next(void) { return ++calls; }
static int twice(int x) { return x + x; }
static int sign(int x)
{
    if (x < 0) return -1;
    return x > 0;
}
static unsigned char low(int x) { return x; }
static signed char low_signed(int x) { return x; }
static unsigned add(unsigned a, unsigned b) { return a + b; }
static double half(double x) { return x / 2; }
static float third(float x) { return x / 3; }
static void swap(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}
struct pair { long first, second; };
static struct pair reversed(struct pair p) { return (struct pair){ p.second, p.first }; }
struct big { int values[8]; };
static struct big filled(int x)
{
    struct big b;
    for (int i = 0; i < 8; i++) b.values[i] = x * i;
    return b;
}
static int sum_to(int n)
{
    int sum = 0;
    for (int i = 1; i <= n; i++) sum += i;
    return sum;
}
static int scratch(int x)
{
    int local[3] = { x };
    local[x & 1]++;
    return local[0] * 100 + local[1] * 10 + local[2];
}
static int is_even(int n);
static int is_odd(int n) { return n == 0 ? 0 : is_even(n - 1); }
static int is_even(int n) { return n == 0 ? 1 : is_odd(n - 1); }
static inline long wide(int x) { return x; }
__attribute__((noinline)) static int outside(int x) { return x * 7; }
__attribute__((always_inline)) static inline int inside(int x) { return x * 5 + 1; }
static int is_letter(int c) { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'; }
__attribute__((weak)) int weakly(int x) { return x + 3; }

int main(void)
{
    int once = twice(next());
    once += twice(next()) * 10;
    once += twice(next()) * 100;
    printf("%d %d\n", once, calls);
    printf("%d %d %d\n", sign(-5), sign(0), sign(9));
    printf("%d %d %d\n", low(0x1FF), low_signed(0x1FF), low_signed(0x17F));
    printf("%u %lu\n", add(0xFFFFFFFF, 2), (unsigned long)add(0xFFFFFFFF, 2));
    printf("%g %g\n", half(5), (double)third(1.5f));
    int a = 1, b = 2;
    swap(&a, &b);
    printf("%d %d\n", a, b);
    struct pair p = reversed((struct pair){ 3, 4 });
    struct big f = filled(5);
    printf("%ld %ld %d\n", p.first, p.second, f.values[7]);
    int total = 0;
    for (int i = 0; i < 10; i++) total += sum_to(i) + scratch(i);
    printf("%d\n", total);
    printf("%d %d %ld %d %d %d\n", is_even(10), is_odd(10), wide(-3), outside(6), inside(6), weakly(1));
    for (int c = '?'; c <= '~'; c++)
        if (is_letter(c) && !is_letter(c - 1)) printf("%c ", c);
    printf("%d\n", sign(sign(-7)) + (sign(calls) ? twice(sign(3)) : next()));
    return calls != 3;
}
