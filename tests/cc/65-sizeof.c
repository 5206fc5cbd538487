/* sizeof looks at types and runs nothing, except for arrays of variable length. */
#include "show.h"

static int called;
static int call(void) { return ++called; }

int main(void) {
    SHOW(sizeof(call()));
    SHOW(called);
    int x = 1;
    SHOW(sizeof x++);
    SHOW(x);
    SHOW(sizeof "hello");
    SHOW(sizeof L"hello" / sizeof(L' '));
    SHOW(sizeof u"hello");
    SHOW(sizeof(char) + sizeof(short) * 10 + sizeof(int) * 100 + sizeof(long) * 1000);
    SHOW(sizeof(float) + sizeof(double) * 10);
    SHOW(sizeof(void *));
    SHOW(sizeof x * 2);
    SHOW(sizeof (x) * 2);
    SHOW(sizeof -x);
    SHOW(sizeof &x);
    SHOW(sizeof *&x);
    SHOW(sizeof(int[3]));
    int a[7];
    SHOW(sizeof a / sizeof *a);
    SHOW(sizeof(a + 0));
    SHOW(sizeof(struct { int a[3]; char c; }));
    SHOW((sizeof x) - 5 > 0);
    int n = 3;
    SHOW(sizeof(int[n++]));
    SHOW(n);
    SHOW(sizeof(void));
    SHOW(sizeof main);
    return 0;
}
