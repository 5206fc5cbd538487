/* void * to and from everything; GNU arithmetic on it. */
#include "show.h"
static void *same(void *p) { return p; }
int main(void) {
    int a[4] = { 1, 2, 3, 4 }; void *v = a; const void *c = v; char *bytes = v; int *back = same(bytes);
    SHOW(back[1]); v += 4; SHOW(*(int *)v); v++; SHOW((char *)v - (char *)a); SHOW(c < v); SHOW(v == same(v)); SHOW(*(const int *)c); SHOW(sizeof *v); void **pp = &v; *pp = a + 3; SHOW(*(int *)v); SHOW((long)(void *)0); SHOW((v ? 1 : 2)); (void)v; SHOW(((char *)(v - 12) == (char *)a));
    return 0;
}
