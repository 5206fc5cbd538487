/* && and || evaluate no more than they must, in every position. */
#include "show.h"
static int trace;
static int t(int n) { trace = trace * 10 + n; return 1; }
static int f(int n) { trace = trace * 10 + n; return 0; }
#define TRACE(e) (trace = 0, (void)(e), trace)

int main(void) {
    SHOW(TRACE(t(1) && t(2) && f(3) && t(4)));
    SHOW(TRACE(f(1) || f(2) || t(3) || t(4)));
    SHOW(TRACE(t(1) && (f(2) || t(3)) && f(4) || t(5)));
    SHOW(TRACE(!(f(1) && t(2)) || f(3)));
    SHOW(TRACE(f(1) ? t(2) : t(3) && f(4)));
    int i = 0;
    SHOW(i++ && i++ || i++);
    SHOW(i);
    int a[] = { 1, 2, 0 }, *p = a, n = 0;
    while (p && *p && n < 10) p++, n++;
    SHOW(n);
    SHOW((t(1) && 2.5) + (0.0 || "x"));
    char *null = 0;
    SHOW(null && *null);
    if (!(a[0] == 1 && (a[1] != 2 || a[2]))) put("right\n"); else put("wrong\n");
    SHOW(5 && 6);
    SHOW(!5 || !!6);
    SHOW(1 && 2 == 2 | 0);
    return 0;
}
