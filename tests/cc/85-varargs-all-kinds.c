/* va_list: all types, copies, passing on. */
#include "show.h"
typedef __builtin_va_list va_list;

struct small { int a; };
struct large { long a, b, c, d; };
static long total(const char *kinds, va_list list) {
    long sum = 0;
    for (; *kinds; kinds++)
        switch (*kinds) {
        case 'i': sum += __builtin_va_arg(list, int); break;
        case 'u': sum += __builtin_va_arg(list, unsigned); break;
        case 'l': sum += __builtin_va_arg(list, long); break;
        case 'd': sum += __builtin_va_arg(list, double) * 4; break;
        case 's': sum += *__builtin_va_arg(list, char *); break;
        case 'S': sum += __builtin_va_arg(list, struct small).a; break;
        case 'L': sum += __builtin_va_arg(list, struct large).c; break;
        case 'f': sum += __builtin_va_arg(list, int (*)(void))(); break;
        }
    return sum;
}
static long add(const char *kinds, ...) {
    va_list list, copy;
    __builtin_va_start(list, kinds);
    __builtin_va_copy(copy, list);
    long a = total(kinds, list), b = total(kinds, copy);
    __builtin_va_end(copy);
    __builtin_va_end(list);
    return a == b ? a : -1;
}
static int five(void) { return 5; }
static int after(int a, double b, struct large c, ...) {
    va_list list;
    __builtin_va_start(list, c);
    int r = __builtin_va_arg(list, int) + __builtin_va_arg(list, int);
    __builtin_va_end(list);
    return r + a + b + c.d;
}
static int first_of(int n, ...) { va_list l; __builtin_va_start(l, n); int last = 0; while (n--) last = __builtin_va_arg(l, int); __builtin_va_end(l); return last; }

int main(void) {
    SHOW(add(""));
    SHOW(add("iiiiiiiiiiii", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    SHOW(add("ddddddddddi", 1., 2., 3., 4., 5., 6., 7., 8., 9., 10.25, 1));
    SHOW(add("idldsdu", -1, 0.5, 1L << 33, 1.5f, "A", 2.0, 4000000000u));
    SHOW(add("SLSiLf", (struct small){ 1 }, (struct large){ 0, 0, 20, 0 }, (struct small){ 300 }, 4000, (struct large){ 1, 1, 50000, 1 }, five));
    SHOW(after(1, 2.0, (struct large){ 0, 0, 0, 3 }, 4, 5));
    SHOW(first_of(3, (char)-1, (short)-2, 'c'));
    SHOW(first_of(20, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, -20));
    return 0;
}
