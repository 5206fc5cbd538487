#include "show.h"
typedef __builtin_va_list va_list;
#define va_start(a, l) __builtin_va_start(a, l)
#define va_arg(a, t) __builtin_va_arg(a, t)
#define va_end(a) __builtin_va_end(a)
struct s2 { short a, b; }; struct s16 { long a; int b; }; struct s40 { long a[5]; };
static long sum(int n, ...) { va_list a; va_start(a, n); long s = 0; while (n--) s = s * 3 + va_arg(a, int); va_end(a); return s; }
static long vsum(const char *f, va_list a) { long s = 0; for (; *f; f++) switch (*f) { case 'i': s += va_arg(a, int); break; case 'l': s += va_arg(a, long); break; case 'd': s += (long)(va_arg(a, double) * 10); break; case 's': s += *va_arg(a, char *); break; case '2': s += va_arg(a, struct s2).b; break; case 'S': s += va_arg(a, struct s16).b; break; case 'B': s += va_arg(a, struct s40).a[4]; break; case 'u': s += va_arg(a, unsigned); } return s; }
static long mixed(const char *f, ...) { va_list a, b; va_start(a, f); __builtin_va_copy(b, a); long s = vsum(f, a), t = vsum(f, b); va_end(a); return s == t ? s : -1; }
int main(void) { SHOW(sum(0)); SHOW(sum(3, 1, 2, 3)); SHOW(sum(20, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)); struct s2 x = { 1, 2 }; struct s16 y = { 3, 4 }; struct s40 z = { { 0, 0, 0, 0, 9 } }; float f = 1.5f; SHOW(mixed("ild", 1, 2L, 3.5)); SHOW(mixed("2SBs", x, y, z, "A")); SHOW(mixed("iiiidddd2SB", 1, (char)2, (short)3, -4, f, 2.0, 3.0, 4.0, x, y, z)); SHOW(sum(2, sum(1, 5), sum(1, 6))); SHOW(mixed("u", 4000000000u)); return 0; }
