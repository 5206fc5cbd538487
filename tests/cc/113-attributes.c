/* Attributes in every place where gcc takes them. */
#include "show.h"
__attribute__((unused)) static int unused;
static int a __attribute__((aligned(16))) = 1, b __attribute__((unused));
static void __attribute__((noreturn)) never(void) { for (;;) ; }
static int pure(int) __attribute__((pure, const));
static int pure(int x) { return x; }
int weak(void) __attribute__((weak));
extern int missing(void) __attribute__((weak));
int original(void) { return 42; }
int alias(void) __attribute__((alias("original")));
__attribute__((visibility("hidden"), noinline)) int hidden(int x __attribute__((unused)), int y) { return y; }
struct __attribute__((packed, aligned(2))) s { char c; int i; } __attribute__((unused)) static object;
typedef int aligned_int __attribute__((aligned(8)));
static int (__attribute__((noinline)) parenthesized)(void) { return 3; }
__extension__ static struct { int __attribute__((aligned(8))) x; char y; } ext;
static int started;
__attribute__((constructor)) static void start(void) { started = 5; }

int main(void) {
    SHOW((long)&a % 16);
    SHOW(pure(3));
    SHOW(missing ? 1 : 0);
    SHOW(alias());
    SHOW(hidden(1, 2));
    SHOW(sizeof(struct s));
    SHOW(_Alignof(aligned_int));
    SHOW(parenthesized());
    SHOW(sizeof ext);
    switch (a) { case 1: a = 2; __attribute__((fallthrough)); case 2: put("fell\n"); }
    label: __attribute__((unused));
    int local __attribute__((unused)) = 1;
    if (a == 9) never();
    return 0;
}
