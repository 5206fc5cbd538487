/* GNU: static objects with addresses of labels are like other static objects. They can be written to unless they are
   const, they keep what was written, and other objects can point to them. */
#include <stdio.h>
#include <string.h>

static int written(int which) {
    static void *table[] = { &&a, &&b };
    void **p = table;
    int n = 0;
    if (which == 1) *p = &&b;
    if (which == 2) { void *other[2] = { &&b, &&c }; memcpy(table, other, sizeof table); }
    if (which == 3) { void **end = table + 2; *--end = &&c; }
    goto *table[0];
a: n += 1; goto *table[1];
b: n += 10; if (which == 2 && n == 10) goto *table[1]; return n;
c: n += 100; return n;
}

static int named(int i) {
    static void *table[] = { &&a, &&b, &&c };
    static void **const second = table + 1;
    static void **const *third = &second;
    goto *(*third)[i];
a: return 1;
b: return 2;
c: return 3;
}

/* Labels among other things, const and not. */
static int records(int i, int change) {
    static const struct { const char *name; void *label; int weight; } constant[] = {
        { "one", &&one, 1 }, { "two", &&two, 2 },
    };
    static struct { int uses; void *label; } variable = { 5, &&one };
    variable.uses++;
    if (change) variable.label = &&two;
    if (i < 2) goto *constant[i].label;
    goto *variable.label;
one: return 100 + variable.uses;
two: return 200 + variable.uses + constant[1].weight;
}

static int deeper(int n) {
    static void *again = &&down;
    if (n == 0) again = &&end;
    goto *again;
down:
    { int below = deeper(n - 1); return below * 2 + (again == &&end); }
end: return 1;
}

static long never(void) {
    static void *table[] = { &&a, &&b };
a:
b:
    return table[0] != 0;
}

static int (*pointer)(int) = named;

static void line(int a, int b, int c) { printf("%d %d %d\n", a, b, c); }

int main(void) {
    int a = written(0), b = written(3), c = written(0);
    line(a, b, c);
    a = written(2); b = written(1);
    line(a, b, 0);
    line(named(-1), pointer(0), named(1));
    a = records(0, 0); b = records(1, 0); c = records(2, 0);
    line(a, b, c);
    a = records(2, 1); b = records(2, 0);
    line(a, b, 0);
    line(deeper(4), (int)never(), 0);
    return 0;
}
