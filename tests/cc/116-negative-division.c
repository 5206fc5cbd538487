/* Division and modulo by constants, signed and unsigned, 32 and 64 bits: all kinds of divisors. */
#include "show.h"
#define CHECK(T, U, d) do { \
    volatile T divisor = d; \
    for (int i = 0; i < 12; i++) { T n = (T)values[i]; \
        if (n / (T)d != n / divisor || n % (T)d != n % divisor) wrong++; \
        total = total * 31 + (U)(n / (T)d) + (U)(n % (T)d); } } while (0)
static const long values[12] = { 0, 1, -1, 7, -7, 100, -100, 2147483647, -2147483647, 4294967295, 0x7fffffffffffffff, -0x7fffffffffffffff };

int main(void) {
    int wrong = 0; unsigned long total = 0;
    CHECK(int, unsigned, 3); CHECK(int, unsigned, -3); CHECK(int, unsigned, 5); CHECK(int, unsigned, 7); CHECK(int, unsigned, -7); CHECK(int, unsigned, 10); CHECK(int, unsigned, 641); CHECK(int, unsigned, 8); CHECK(int, unsigned, -8); CHECK(int, unsigned, 1); CHECK(int, unsigned, 2147483647); CHECK(int, unsigned, 1000000007);
    CHECK(unsigned, unsigned, 3); CHECK(unsigned, unsigned, 7); CHECK(unsigned, unsigned, 10); CHECK(unsigned, unsigned, 16); CHECK(unsigned, unsigned, 0x80000001); CHECK(unsigned, unsigned, 0xffffffff); CHECK(unsigned, unsigned, 641); CHECK(unsigned, unsigned, 28);
    CHECK(long, unsigned long, 3); CHECK(long, unsigned long, -5); CHECK(long, unsigned long, 10); CHECK(long, unsigned long, 1024); CHECK(long, unsigned long, 1000000007); CHECK(long, unsigned long, 0x7fffffffffffffff); CHECK(long, unsigned long, -6700417);
    CHECK(unsigned long, unsigned long, 3); CHECK(unsigned long, unsigned long, 7); CHECK(unsigned long, unsigned long, 10); CHECK(unsigned long, unsigned long, 1ul << 63); CHECK(unsigned long, unsigned long, 0xfffffffffffffffful); CHECK(unsigned long, unsigned long, 274177);
    CHECK(short, unsigned, 10); CHECK(signed char, unsigned, -3); CHECK(unsigned char, unsigned, 6);
    SHOW(wrong);
    SHOW(total);
    return 0;
}
