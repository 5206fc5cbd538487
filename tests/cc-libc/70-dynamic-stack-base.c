/* On base P1 the library keeps what alloca and arrays of variable length take; returning gives it back. */
#include <alloca.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static jmp_buf back;

static char *lowest, *highest;

static void seen(char *p) {
    if (!lowest || p < lowest) lowest = p;
    if (p > highest) highest = p;
}

static unsigned long take(int size) {
    char *p = alloca(size), *q = alloca(16);
    memset(p, size, size);
    memset(q, 1, 16);
    seen(p);
    return (unsigned char)p[size - 1] + q[15];
}

static int rows(int n) {
    int sum = 0;
    for (int i = 1; i < n; i++) {
        int row[i];
        row[i - 1] = i;
        seen((char *)row);
        if (i == n / 2) continue;
        sum += row[i - 1];
    }
    return sum;
}

static int recurse(int n) {
    char bytes[n];
    bytes[0] = n;
    seen(bytes);
    if (n == 50) {
        char *p = alloca(100);
        p[99] = 1;
        longjmp(back, p[99]);
    }
    return bytes[0] + recurse(n + 1);
}

int main(void) {
    unsigned long sum = 0;
    puts("begin");
    for (int i = 0; i < 2000; i++) sum += take(10000);
    for (int i = 0; i < 100; i++) sum += rows(100);
    for (int i = 0; i < 1000; i++) {
        if (!setjmp(back)) recurse(1);
        sum += take(10);
    }
    printf("%lu\n", sum);
    /* The same memory was taken again and again. */
    puts(highest - lowest < 1000000 ? "all given back" : "much is left");
    return 0;
}
