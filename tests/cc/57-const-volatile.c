/* Qualifiers in every place. */
#include "show.h"

static const int answer = 42;
static const int *const fixed = &answer;
static volatile int changing;
static int *restrict alone;
struct device { volatile unsigned status; const unsigned id; };
static struct device device = { 1, 77 };
static const struct { int a[3]; } table = { { 1, 2, 3 } };

static int read_twice(volatile int *p) { int a = *p; int b = *p; return a + b; }
static int through(const volatile struct device *d) { return d->status + d->id; }

int main(void) {
    SHOW(*fixed);
    changing = 5;
    changing += 2;
    SHOW(changing);
    SHOW(read_twice(&changing));
    device.status = 3;
    SHOW(through(&device));
    int x = 1;
    alone = &x;
    SHOW(*alone);
    const char *volatile text = "abc";
    text++;
    SHOW(*text);
    SHOW(table.a[2]);
    int const volatile *const *p2;
    int const volatile *const p1 = &x;
    p2 = &p1;
    SHOW(**p2);
    return 0;
}
