#include "show.h"
int main(void) {
    int a[5] = { 1, 2, 3, 4, 5 }, *p = a, *q = &a[4], **pp = &p;
    SHOW(*p); SHOW(*(p + 2)); SHOW(p[3]); SHOW(3[p]); SHOW(q - p); SHOW(*q--); SHOW(*q); SHOW(*++p); SHOW(**pp); SHOW(*p++); SHOW(*p);
    SHOW(p < q); SHOW(p == &a[2]); SHOW(!p); SHOW(p && q); *p += 10; SHOW(a[2]); **pp = 7; SHOW(a[2]); SHOW(&a[5] - a); SHOW((char *)q - (char *)a);
    void *v = a; SHOW(((int *)v)[1]); long *n = 0; SHOW(n == 0); SHOW((long)(n + 3)); p -= 2; SHOW(p == a); SHOW(&*p == p); SHOW(*&a[1]);
    return 0;
}
