/* A va_list handed down, stored in a struct, walked twice. */
#include "show.h"
struct holder { __builtin_va_list list; int count; };
static int next(__builtin_va_list *list) { return __builtin_va_arg(*list, int); } static int by_struct(struct holder *h) { int s = 0; while (h->count--) s = s * 10 + __builtin_va_arg(h->list, int); return s; }
static int run(int n, ...) { struct holder h; __builtin_va_start(h.list, n); h.count = n; int r = by_struct(&h); __builtin_va_end(h.list); __builtin_va_list l; __builtin_va_start(l, n); int a = next(&l), b = next(&l), c = __builtin_va_arg(l, int); __builtin_va_end(l); return r * 1000 + a * 100 + b * 10 + c; }
static double average(int n, ...) { __builtin_va_list l; __builtin_va_start(l, n); double s = 0; for (int i = 0; i < n; i++) s += i & 1 ? __builtin_va_arg(l, int) : __builtin_va_arg(l, double); __builtin_va_end(l); return s / n; }
static const char *choose(int i, ...) { __builtin_va_list l; __builtin_va_start(l, i); const char *s = 0; while (i-- >= 0) s = __builtin_va_arg(l, const char *); __builtin_va_end(l); return s; }
int main(void) { SHOW(run(4, 1, 2, 3, 4)); SHOW(average(4, 1.5, 2, 3.5, 4) * 100); put(choose(2, "a", "b", "c\n")); int (*f)(int, ...) = run; SHOW(f(3, 7, 8, 9)); return 0; }
