// Values that are needed behind a call which is seldom made: they may wait in registers that calls change, saved around
// the call. Each function must find them unchanged, whichever way it takes.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))

static int calls;

/* Uses up registers of all kinds. */
static NOINLINE long disturb(long a, long b, long c, long d)
{
    double x = (double)a, y = (double)b, z = (double)c, w = (double)d;

    calls++;
    return (long)(x * y + z * w) + a * 3 + b * 5 + c * 7 + d * 11;
}

static NOINLINE double disturb_double(double a, double b)
{
    calls++;
    return a * 1.5 + b / 3.0;
}

struct text {
    int *items;
    int count, room;
};

static NOINLINE int *grow(struct text *t, int wanted)
{
    t->room = wanted * 2;
    t->items = realloc(t->items, (size_t)t->room * sizeof *t->items);
    if (!t->items)
        abort();
    return t->items;
}

/* As in a tokenizer: room is nearly always there. */
static NOINLINE void append(struct text *t, int kind, const int *values, int size)
{
    int count = t->count;
    int *items = t->items;

    if (count + size + 1 >= t->room)
        items = grow(t, count + size + 1);
    items[count++] = kind;
    switch (kind) {
    case 1:
        items[count++] = values[0];
        break;
    case 2:
        memcpy(items + count, values, (size_t)size * sizeof *values);
        count += size;
        break;
    case 3:
        items[count++] = values[1];
        items[count] = (int)disturb(values[0], kind, count, size);
        count++;
        break;
    }
    t->count = count;
}

/* A parameter that becomes an argument of a later call where it stands. */
static NOINLINE long pass_on(long a, long b, long c)
{
    if (b == 77) {
        long x = disturb(a, c, 1, 2);
        if (x & 1)
            return disturb(x, 0, c, a);
        disturb(0, 0, 0, 0);
        return disturb(a, x, c, b);
    }
    return a + b * c;
}

/* Two calls in a row, a change between two others. */
static NOINLINE long change_between(long a, long b, int way)
{
    long c = a ^ b;

    if (way & 1) {
        disturb(1, 2, 3, 4);
        disturb(5, 6, 7, 8);
        c += a;
    }
    if (way & 2) {
        disturb(c, b, a, way);
        a += b + c;
        disturb(a, c, b, way);
    }
    if (way & 4)
        b -= disturb(a, b, c, 1);
    return a * 1000003 + b * 101 + c;
}

static NOINLINE double with_doubles(double a, double b, int way)
{
    double c = a - b;

    if (way == 5)
        c += disturb_double(b, a);
    else if (way == 6)
        b -= disturb_double(c, c) * a;
    return a * 100 + b * 10 + c;
}

/* In a loop the call is seldom in each turn, but not in all of them. */
static NOINLINE unsigned long in_loop(const unsigned char *p, int n, unsigned long seed)
{
    unsigned long hash = seed;
    int i;

    for (i = 0; i < n; i++) {
        if (p[i] == '%')
            hash ^= (unsigned long)disturb(i, n, (long)hash & 255, p[i]);
        hash = hash * 31 + p[i];
    }
    return hash;
}

static NOINLINE int through_pointer(int (*f)(const void *, const void *), const int *a, const int *b, int way)
{
    int result = *a - *b;

    if (way == 9)
        result += f(a, b) * 2 + f(b, a);
    return result * 10 + *a + *b;
}

static int compare(const void *a, const void *b)
{
    return (int)disturb(*(const int *)a, *(const int *)b, 0, 0);
}

static jmp_buf place;

static NOINLINE long with_setjmp(long a, long b, int way)
{
    volatile long kept = a * 7;

    if (way == 3) {
        if (setjmp(place) != 0)
            return kept + a + b;
        disturb(a, b, way, 0);
        longjmp(place, 1);
    }
    return a - b;
}

/* More values than registers. */
static NOINLINE long many(const long *v, int way)
{
    long a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7], i = v[8], j = v[9], k = v[10];

    if (way == 1)
        a += disturb(b, c, d, e);
    if (way == 2)
        f += disturb(g, h, i, j);
    if (way == 3)
        k -= disturb(a, f, k, b) + disturb(c, d, e, f);
    return a + 2 * b + 3 * c + 5 * d + 7 * e + 11 * f + 13 * g + 17 * h + 19 * i + 23 * j + 29 * k;
}

int main(void)
{
    static const long numbers[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
    static const int values[] = {10, 20, 30, 40, 50};
    struct text t = {NULL, 0, 0};
    unsigned long sum = 0;
    int i;

    for (i = 0; i < 40; i++)
        append(&t, i % 5, values, i % 4 + 1);
    for (i = 0; i < t.count; i++)
        sum = sum * 17 + (unsigned)t.items[i];
    printf("append: %d items, %lu\n", t.count, sum);
    free(t.items);

    for (i = 76; i < 79; i++)
        printf("pass_on: %ld %ld\n", pass_on(i, i, 5), pass_on(i + 1, i, 6));
    for (i = 0; i < 8; i++)
        printf("change_between: %ld\n", change_between(i + 3, 40, i));
    for (i = 4; i < 8; i++)
        printf("with_doubles: %.6f\n", with_doubles(1.5 * i, 2.25, i));
    printf("in_loop: %lu\n", in_loop((const unsigned char *)"ab%cd%%ef", 9, 5381));
    for (i = 8; i < 10; i++)
        printf("through_pointer: %d\n", through_pointer(compare, values + 1, values + 3, i));
    for (i = 2; i < 4; i++)
        printf("with_setjmp: %ld\n", with_setjmp(100, i, i));
    for (i = 0; i < 4; i++)
        printf("many: %ld\n", many(numbers, i));
    printf("%d calls\n", calls);
    return 0;
}
