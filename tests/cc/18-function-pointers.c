#include "show.h"
static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int (*choose(int c))(int, int) { return c ? add : sub; }
typedef int operation(int, int);
static int apply(operation *f, int a, int b) { return f(a, b); }
static int apply_too(operation f, int a, int b) { return (*f)(a, b); }
int main(void) {
    int (*table[])(int, int) = { add, sub, choose(0) };
    for (int i = 0; i < 3; i++) SHOW(table[i](10, 3));
    SHOW(choose(1)(5, 6)); SHOW(apply(&sub, 9, 4)); SHOW(apply_too(add, 9, 4)); SHOW(choose(1) == add); SHOW(table[1] != sub);
    int (*(*chooser)(int))(int, int) = choose; SHOW(chooser(0)(1, 2)); SHOW(sizeof table / sizeof *table);
    return 0;
}
