/* Declared many times, defined once, with or without a value. */
#include "show.h"

int a;
int a;
static int b;
extern int c;
int a = 4;
static int b = 5;
int c = 6;
static int list[];
static int list[] = { 1, 2, 3 };
struct later;
extern struct later object;
struct later { int x, y; };
struct later object = { 7, 8 };
struct later *pointer = &object;
int d;
extern int d;
int twice_declared(int), twice_declared(int);
int twice_declared(int n) { return n; }

int main(void) {
    extern int a;
    SHOW(a + b + c);
    SHOW(sizeof list);
    SHOW(pointer->y);
    SHOW(d);
    SHOW(twice_declared(3));
    { extern int d; d = 2; }
    SHOW(d);
    return 0;
}
