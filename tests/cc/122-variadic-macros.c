/* __VA_ARGS__, __VA_OPT__, GNU's named rest and the comma it swallows. */
#include "show.h"
#define COUNT_(a, b, c, d, e, n, ...) n
#define COUNT(...) COUNT_(__VA_ARGS__, 5, 4, 3, 2, 1)
#define LOG(format, ...) (put(format), length(0, ##__VA_ARGS__))
#define NAMED(format, rest...) length(0, ##rest)
#define length(...) (sizeof((int[]){ __VA_ARGS__ }) / sizeof(int))
#define OPT(a, ...) (a __VA_OPT__(+ first(0, __VA_ARGS__)))
#define ONLY(...) #__VA_ARGS__
#define PASS(...) ONLY(__VA_ARGS__)
static int first(int n, ...) { __builtin_va_list l; __builtin_va_start(l, n); n = __builtin_va_arg(l, int); __builtin_va_end(l); return n; }

int main(void) {
    SHOW(COUNT(a));
    SHOW(COUNT(a, b, c));
    SHOW(COUNT(a, (b, c), d, e));
    SHOW(LOG("log\n", 7, 8));
    SHOW(LOG("alone\n"));
    SHOW(NAMED("x", 3, 4));
    SHOW(OPT(5));
    SHOW(OPT(5, 6));
    put(ONLY(a, b , c) "\n");
    put(ONLY() ONLY( ) "\n");
    put(PASS(a, "s", 'c', (1, 2)) "\n");
    return 0;
}
