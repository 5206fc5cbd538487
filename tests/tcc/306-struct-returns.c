#include <stdio.h>

struct one { char c; };
struct three { char c[3]; };
struct pair { long a, b; };
struct mixed { double d; int i; };
struct doubles { double a, b; };
struct floats { float a, b, c; };
struct big { int n[9]; };

static struct one one(int x) { struct one r = { x }; return r; }
static struct three three(int x) { struct three r = { { x, x + 1, x + 2 } }; return r; }
static struct pair pair(long x) { struct pair r = { x, -x }; return r; }
static struct mixed mixed(double x) { struct mixed r = { x, (int)x }; return r; }
static struct doubles doubles(double x) { struct doubles r = { x, x * x }; return r; }
static struct floats floats(float x) { struct floats r = { x, x + 1, x + 2 }; return r; }
static struct big big(int x)
{
    struct big r;
    int i;

    for (i = 0; i < 9; i++)
        r.n[i] = x * i;
    return r;
}

static long total(struct one a, struct three b, struct pair c, struct mixed d, struct doubles e, struct floats f, struct big g)
{
    return a.c + b.c[2] + c.b + (long)d.d + d.i + (long)e.b + (long)f.c + g.n[8];
}

int main(void)
{
    struct pair (*through)(long) = pair;
    struct big b = big(3);

    printf("%d %d %ld %ld\n", one(65).c, three(1).c[1], pair(9).b, through(7).a);
    printf("%g %d %g %g %g %d\n", mixed(2.5).d, mixed(2.5).i, doubles(3).b, (double)floats(1).b, (double)floats(1).c, b.n[8]);
    printf("%ld\n", total(one(1), three(2), pair(3), mixed(4), doubles(5), floats(6), big(7)));
    return 0;
}
