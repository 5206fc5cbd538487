/* What may stand in the initialiser of a static object. */
#include "show.h"

static int a[10];
static struct { int x; int y[4]; } s;
static int *p1 = a + 3, *p2 = &a[7] - 2, *p3 = &s.y[2], *p4 = 1 + s.y;
static char *middle = "hello" + 2;
static int (*function)(void);
static int seven(void) { return 7; }
static int (*table[])(void) = { seven, &seven, *seven };
static long offset = (long)&((struct { char c; long l; } *)0)->l;
static int *self[2] = { (int *)&self[1], (int *)self };
static void *none = (void *)0;
static unsigned long number = (unsigned long)&a[0];
static char *casted = (char *)&a[1] + 1;
static int truth = sizeof a == 40 ? 1 : 2;
static int *choice = 1 ? a : 0;

int main(void) {
    SHOW(p1 - a);
    SHOW(p2 - a);
    SHOW(p3 - s.y);
    SHOW(p4 - s.y);
    put(middle); put("\n");
    SHOW(function == 0);
    SHOW(table[0]() + table[1]() + table[2]());
    SHOW(offset);
    SHOW(self[0] == (int *)&self[1]);
    SHOW(none == 0);
    SHOW(number == (unsigned long)a);
    SHOW(casted - (char *)a);
    SHOW(truth);
    SHOW(choice == a);
    return 0;
}
