/* Steps are as wide as what is pointed to. */
#include "show.h"

struct wide { char bytes[24]; };

int main(void) {
    struct wide w[10];
    struct wide *p = w + 9, *q = &w[2];
    SHOW(p - q);
    SHOW(q - p);
    SHOW((char *)p - (char *)q);
    SHOW(p > q);
    p -= 3;
    SHOW(p - w);
    SHOW(--p - w);
    SHOW(p++ - w);
    SHOW(&p[-2] - w);
    int numbers[5] = { 1, 2, 3, 4, 5 }, *n = numbers;
    SHOW(*n++ + *n++);
    SHOW(*++n);
    SHOW((*n)++);
    SHOW(*n);
    SHOW(*--n);
    SHOW(n[-1]);
    unsigned char step = 2;
    SHOW(n[step]);
    signed char back = -1;
    SHOW(n[back]);
    unsigned u = 1;
    SHOW(*(n + u - 2));
    void *v = numbers;
    SHOW(*(int *)(v + 8));
    short (*rows)[3] = 0;
    SHOW((long)(rows + 2));
    char *null = 0;
    SHOW(null == 0 && !null);
    return 0;
}
