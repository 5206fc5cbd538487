/* The run-time helpers under their usual names: 64-bit division and floating point in integers. */
#include <stdio.h>
#include <string.h>

unsigned long __udivdi3(unsigned long a, unsigned long b);
unsigned long __umoddi3(unsigned long a, unsigned long b);
double __adddf3(double a, double b);
double __subdf3(double a, double b);
double __muldf3(double a, double b);
double __divdf3(double a, double b);
float __addsf3(float a, float b);
float __mulsf3(float a, float b);
float __divsf3(float a, float b);
int __ltdf2(double a, double b);
int __gedf2(double a, double b);
int __eqdf2(double a, double b);
float __truncdfsf2(double value);
double __extendsfdf2(float value);
long __fixdfdi(double value);
unsigned long __fixunsdfdi(double value);
double __floatdidf(long value);
double __floatundidf(unsigned long value);
float __floatdisf(long value);

static unsigned long state = 88172645463325252UL;

static unsigned long random_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static double random_double(void)
{
    unsigned long bits = random_bits();
    double value;

    if (bits & 1)
        bits = (bits & 0x800fffffffffffffUL) | (990 + random_bits() % 70) << 52;
    else if (bits & 2)
        bits &= 0x800fffffffffffffUL;
    memcpy(&value, &bits, 8);
    return value == value ? value : 1.5;
}

static int same(double a, double b)
{
    return memcmp(&a, &b, 8) == 0 || (a != a && b != b);
}

int main(void)
{
    int i, wrong = 0;

    for (i = 0; i < 100000; i++) {
        volatile double a = random_double(), b = random_double();
        volatile float x = (float)a, y = (float)b;
        unsigned long n = random_bits() >> random_bits() % 64, m = (random_bits() >> random_bits() % 64) | 1;
        wrong += !same(a + b, __adddf3(a, b));
        wrong += !same(a - b, __subdf3(a, b));
        wrong += !same(a * b, __muldf3(a, b));
        wrong += !same(a / b, __divdf3(a, b));
        wrong += !same(x + y, __addsf3(x, y));
        wrong += !same(x * y, __mulsf3(x, y));
        wrong += !same(x / y, __divsf3(x, y));
        wrong += (a < b) != (__ltdf2(a, b) < 0);
        wrong += (a >= b) != (__gedf2(a, b) >= 0);
        wrong += (a == b) != (__eqdf2(a, b) == 0);
        wrong += !same((float)a, __truncdfsf2(a));
        wrong += !same((double)x, __extendsfdf2(x));
        wrong += n / m != __udivdi3(n, m);
        wrong += n % m != __umoddi3(n, m);
        wrong += !same((double)(long)n, __floatdidf((long)n));
        wrong += !same((double)n, __floatundidf(n));
        wrong += !same((float)(long)n, __floatdisf((long)n));
        if (a > -9e18 && a < 9e18)
            wrong += (long)a != __fixdfdi(a);
        if (a >= 0 && a < 1.8e19)
            wrong += (unsigned long)a != __fixunsdfdi(a);
    }
    printf("%d wrong\n", wrong);
    return 0;
}
