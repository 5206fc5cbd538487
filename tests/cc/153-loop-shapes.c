/* Counting up, down, by variables, around the ends of the types. */
#include "show.h"
static int a[64];
static int up(int n) { int s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }
static int down(int n) { int s = 0; for (int i = n - 1; i >= 0; i--) s = s * 3 + a[i]; return s; }
static int step(int n, int k) { int s = 0; for (int i = 0; i < n; i += k) s += a[i] * i; return s; }
static int by_unsigned(unsigned n) { int s = 0; for (unsigned i = n; i--; ) s += a[i]; return s; }
static int by_char(void) { int n = 0; for (unsigned char c = 250; c != 5; c++) n += c; return n; }
static int by_long(long lo, long hi) { int s = 0; for (long i = lo; i <= hi; i++) s += a[i & 63]; return s; }
static int by_pointer(const int *p, const int *end) { int s = 0; while (p != end) s += *p++; return s; }
static int nested(int n) { int s = 0; for (int i = 0; i < n; i++) for (int j = i; j < n; j++) for (int k = j; k < n; k++) s += a[i] + a[j] * a[k]; return s; }
static int never(int n) { int s = 7; for (int i = 10; i < n; i++) s += a[i]; return s; }
static int ends_at_max(void) { int n = 0; for (int i = 2147483640; i > 0 && n < 20; i = (int)(i + 1u)) n++; return n; }
static unsigned wraps(void) { unsigned s = 0; for (unsigned i = 0xfffffff0u; i > 100; i += 3) s ^= i; return s; }
static int carried(int n) { int x = 1, y = 1; for (int i = 0; i < n; i++) { int t = x + y; x = y; y = t ^ i; } return x * 31 + y; }
static int two_exits(int limit) { int i = 0, s = 0; for (;;) { if (i >= 64) break; s += a[i]; if (s > limit) return i; i++; } return -s; }
static int strided(int rows, int columns) { int s = 0; for (int c = 0; c < columns; c++) for (int r = 0; r < rows; r++) s = s * 7 + a[r * columns + c]; return s; }
static void shifted(int n, int by) { for (int i = 0; i + by < n; i++) a[i] = a[i + by]; }
static int changing_bound(int n) { int s = 0; for (int i = 0; i < n; i++) { if (i % 3 == 0) n--; s += i; } return s; }
static int condition_last(int n) { int i = 0; do { n -= i++; } while (n > 0); return i * 10 + n; }

int main(void) {
    for (int i = 0; i < 64; i++) a[i] = i * i % 37;
    SHOW(up(0)); SHOW(up(64)); SHOW(up(-5)); SHOW(down(20)); SHOW(step(64, 1)); SHOW(step(64, 7)); SHOW(by_unsigned(64)); SHOW(by_unsigned(0)); SHOW(by_char()); SHOW(by_long(-10, 10)); SHOW(by_long(1L << 40, (1L << 40) + 5)); SHOW(by_pointer(a + 3, a + 60)); SHOW(nested(12)); SHOW(never(5)); SHOW(never(12)); SHOW(ends_at_max()); SHOW(wraps() & 1); SHOW(carried(40)); SHOW(two_exits(100)); SHOW(two_exits(100000)); SHOW(strided(8, 8)); SHOW(changing_bound(50)); SHOW(condition_last(50)); shifted(64, 5); SHOW(up(64));
    return 0;
}
