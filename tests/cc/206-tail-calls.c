// A call in front of a return may be a jump: what is called finds its arguments and our caller's frame, results of every
// kind arrive, and a frame that is still looked at is not left.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))

static NOINLINE int is_odd(unsigned n);
static NOINLINE int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1); }
static NOINLINE int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1); }

static char log_text[200];
static NOINLINE void note(const char *word) { strcat(log_text, word); }
static NOINLINE void note_two(const char *first, const char *second)
{
    note(first);
    note(second);
}

static NOINLINE long sum8(long a, long b, long c, long d, long e, long f, long g, long h)
{
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}
static NOINLINE long pass8(long a, long b, long c, long d, long e, long f, long g, long h)
{
    return sum8(h, g, f, e, d, c, b, a);
}
// Our own stack words are our caller's; the one called has none.
static NOINLINE long from_stack(long a, long b, long c, long d, long e, long f) { return is_even((unsigned)(a + b + c + d)) ? e : f; }
static NOINLINE long difference(long a, long b) { return a - b; }
static NOINLINE long of_stack(long a, long b, long c, long d, long e, long f)
{
    if (a + b + c + d == 10) return difference(e, f);
    return difference(f, e);
}

static NOINLINE double half(double x) { return x / 2; }
static NOINLINE double quarter(double x) { return half(half(x)); }
static NOINLINE float half_float(float x) { return x / 2; }
static NOINLINE float pick_float(int way, float x) { return way ? half_float(x + 1) : half_float(x - 1); }

// The result changes its type on the way.
static NOINLINE int wide(long x) { return (int)x; }
static NOINLINE long widened(long x) { return wide(x); }
static NOINLINE signed char narrowed(long x) { return (signed char)wide(x); }
static NOINLINE _Bool truth(long x) { return wide(x); }

struct pair { long a, b; };
struct large { long a[5]; };
static NOINLINE struct pair make_pair(long a, long b)
{
    struct pair p = {a, b};
    return p;
}
static NOINLINE struct pair turned(long a, long b) { return make_pair(b, a); }
static NOINLINE struct large make_large(long a)
{
    struct large l;
    int i;
    for (i = 0; i < 5; i++) l.a[i] = a + i;
    return l;
}
static NOINLINE struct large next_large(long a) { return make_large(a + 1); }

// The one called looks into our frame.
static NOINLINE int total(const int *numbers, int count)
{
    int i, sum = 0;
    for (i = 0; i < count; i++) sum += numbers[i];
    return sum;
}
static NOINLINE int of_locals(int a)
{
    int numbers[4];
    numbers[0] = a;
    numbers[1] = a * 2;
    numbers[2] = a * 3;
    numbers[3] = a * 4;
    return total(numbers, 4);
}
static NOINLINE int of_parameter(int a, int b) { return total(&b, 1) + a * 0 == b ? total(&a, 1) : 0; }
static NOINLINE int of_variadic(int count, ...)
{
    va_list list;
    int i, sum = 0;
    va_start(list, count);
    for (i = 0; i < count; i++) sum += va_arg(list, int);
    va_end(list);
    return wide(sum);
}
static NOINLINE int call_variadic(int a) { return of_variadic(6, a, a + 1, a + 2, a + 3, a + 4, a + 5); }

// Registers that are saved are restored before the jump; so is the one with the address.
static NOINLINE int through(int (*f)(unsigned), int (*g)(unsigned), unsigned n)
{
    int first = g(n);
    note(first ? "g" : "-");
    return f(n + (unsigned)first);
}

// A value that is needed behind the call after all, in the register where the result would be.
static NOINLINE int keep(int x)
{
    if (x > 3) note("k");
    return x;
}

static NOINLINE int choose(int way, unsigned n)
{
    switch (way) {
    case 0: return is_even(n);
    case 1: return is_odd(n);
    case 2: note("2"); return wide(n);
    case 3: return through(is_even, is_odd, n);
    case 4: note("4"); break;
    case 5: note_two("5", "five"); break;
    default: return keep((int)n);
    }
    return -1;
}

static jmp_buf place;
static NOINLINE void jump(int value) { longjmp(place, value); }
static NOINLINE int around(int value)
{
    int got = setjmp(place);
    if (got == 0) jump(value);
    return wide(got);
}

int main(void)
{
    struct pair p;
    struct large l;
    int i;

    printf("%d %d %d\n", is_even(1001), is_odd(1001), is_even(1000));
    printf("%ld %ld\n", sum8(1, 2, 3, 4, 5, 6, 7, 8), pass8(1, 2, 3, 4, 5, 6, 7, 8));
    printf("%ld %ld %ld %ld\n", from_stack(1, 2, 3, 4, 5, 6), from_stack(1, 2, 3, 5, 5, 6), of_stack(1, 2, 3, 4, 50, 6),
           of_stack(1, 2, 3, 5, 50, 6));
    printf("%g %g %g\n", quarter(10), (double)pick_float(0, 4), (double)pick_float(1, 4));
    printf("%ld %ld %d %d %d\n", widened(0x180000001L), widened(0x80000000L), narrowed(0x1ff), truth(0x100000000L), truth(256));
    p = turned(7, 9);
    l = next_large(20);
    printf("%ld %ld %ld %ld\n", p.a, p.b, l.a[0], l.a[4]);
    printf("%d %d %d\n", of_locals(5), of_parameter(6, 7), call_variadic(10));
    for (i = 4; i < 6; i++) printf("%d\n", through(is_odd, is_even, (unsigned)i));
    for (i = 0; i < 8; i++) printf("%d ", choose(i, 7));
    printf("\n%s\n%d\n", log_text, around(42));
    return 0;
}
