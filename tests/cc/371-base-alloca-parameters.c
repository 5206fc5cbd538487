// A function that takes memory at run time marks where it began. In base P1 that is a call, and its place is behind all
// parameters, also where a value that has none at first comes before them.
#include <alloca.h>
#include <stdio.h>

static int sum(int depth, const char *text, unsigned char last)
{
    int known, total = 0;
    if (depth)
        known = last;
    for (int i = 0; i < 3; i++) {
        char *p = alloca(last);
        p[0] = text[i];
        if (depth)
            known += p[0];
        total = total * 10 + p[0] - 'a';
    }
    return depth ? known + depth * 1000 : total;
}

int main(void)
{
    int (*volatile f)(int, const char *, unsigned char) = sum;
    printf("%d %d\n", f(0, "abc", 20), f(1, "abc", 20));
    return 0;
}
