/* What the compiler computes is what the machine computes. */
#include "show.h"
static int wrong;
#define SAME(T, x, op, y) do { volatile T a_ = (x), b_ = (y); if (((T)(x) op (T)(y)) != (a_ op b_)) { wrong++; put(#T " " #x " " #op " " #y "\n"); } } while (0)
#define ARITHMETIC(T, x, y) SAME(T, x, +, y); SAME(T, x, -, y); SAME(T, x, *, y); SAME(T, x, /, y); SAME(T, x, ==, y); SAME(T, x, !=, y); SAME(T, x, <, y); SAME(T, x, <=, y); SAME(T, x, >, y); SAME(T, x, >=, y)
#define INTEGER(T, x, y) ARITHMETIC(T, x, y); SAME(T, x, %, y); SAME(T, x, &, y); SAME(T, x, |, y); SAME(T, x, ^, y); SAME(T, x, <<, (y & 7)); SAME(T, x, >>, (y & 7))
#define CONVERT(T, U, x) do { volatile T a_ = (x); if ((U)(T)(x) != (U)a_) { wrong++; put(#T " to " #U " " #x "\n"); } } while (0)

int main(void) {
    INTEGER(signed char, 100, 7); INTEGER(unsigned char, 200, 100); INTEGER(short, -3000, 13); INTEGER(unsigned short, 65535, 3); INTEGER(int, -1000, 17); INTEGER(unsigned, 4000000000u, 12345); INTEGER(unsigned, 5, 4294967295u); INTEGER(long, -1L << 40, 12345); INTEGER(unsigned long, -5ul, 3); INTEGER(unsigned long, 3, -5ul);
    ARITHMETIC(double, 1.1, 3.3); ARITHMETIC(double, -1e300, 1e-300); ARITHMETIC(float, 1.1f, 3.3f); ARITHMETIC(float, 1e38f, -1e38f); ARITHMETIC(double, 0.1, 0.3);
    CONVERT(double, int, -2.7); CONVERT(double, unsigned, 3e9); CONVERT(double, long, 1e18); CONVERT(double, unsigned long, 1.5e19); CONVERT(double, float, 0.1); CONVERT(float, double, 0.1f); CONVERT(int, float, 16777217); CONVERT(long, double, 9007199254740993); CONVERT(unsigned long, double, -1ul); CONVERT(unsigned long, float, 0xffffff7fffffffff); CONVERT(int, signed char, 511); CONVERT(unsigned, long, 4000000000u); CONVERT(int, unsigned long, -1); CONVERT(long, int, 0x1ffffffff); CONVERT(double, _Bool, 0.1); CONVERT(int, _Bool, 256); CONVERT(float, long, -1e10f);
    SHOW(wrong);
    return 0;
}
