/* What compilers call for operations that a machine lacks, under the usual names. A "di" is a long, an "si"
   an int, a "df" a double, an "sf" a float. */
#ifndef INTERNAL_RUNTIME_H
#define INTERNAL_RUNTIME_H

unsigned long __udivdi3(unsigned long numerator, unsigned long denominator);
unsigned long __umoddi3(unsigned long numerator, unsigned long denominator);
unsigned long __udivmoddi4(unsigned long numerator, unsigned long denominator, unsigned long *rest);
long __divdi3(long numerator, long denominator);
long __moddi3(long numerator, long denominator);
/* The upper half of the 128-bit product. */
unsigned long __umulh(unsigned long a, unsigned long b);

long __ashldi3(long value, int count);
long __ashrdi3(long value, int count);
unsigned long __lshrdi3(unsigned long value, int count);
long __muldi3(long a, long b);
long __negdi2(long value);

int __clzdi2(unsigned long bits);
int __clzsi2(unsigned int bits);
int __ctzdi2(unsigned long bits);
int __ctzsi2(unsigned int bits);
int __ffsdi2(unsigned long bits);
int __popcountdi2(unsigned long bits);
int __popcountsi2(unsigned int bits);
int __paritydi2(unsigned long bits);
int __paritysi2(unsigned int bits);
unsigned int __bswapsi2(unsigned int bits);
unsigned long __bswapdi2(unsigned long bits);

/* For alloca and arrays of variable length on base P1. */
void *__dynamic_mark(unsigned long frame);
void *__dynamic_allocate(unsigned long size, unsigned long frame);
void __dynamic_release(void *mark);

/* The roots of numbers that are not negative. */
double __sqrtdf2(double x);
float __sqrtsf2(float x);

double __adddf3(double a, double b);
double __subdf3(double a, double b);
double __muldf3(double a, double b);
double __divdf3(double a, double b);
double __negdf2(double a);
float __addsf3(float a, float b);
float __subsf3(float a, float b);
float __mulsf3(float a, float b);
float __divsf3(float a, float b);
float __negsf2(float a);

/* The sign of the result answers the question in the name; with a NaN it answers no. */
int __eqdf2(double a, double b);
int __nedf2(double a, double b);
int __ltdf2(double a, double b);
int __ledf2(double a, double b);
int __gtdf2(double a, double b);
int __gedf2(double a, double b);
int __cmpdf2(double a, double b);
int __unorddf2(double a, double b);
int __eqsf2(float a, float b);
int __nesf2(float a, float b);
int __ltsf2(float a, float b);
int __lesf2(float a, float b);
int __gtsf2(float a, float b);
int __gesf2(float a, float b);
int __cmpsf2(float a, float b);
int __unordsf2(float a, float b);

double __extendsfdf2(float value);
float __truncdfsf2(double value);
int __fixdfsi(double value);
long __fixdfdi(double value);
unsigned int __fixunsdfsi(double value);
unsigned long __fixunsdfdi(double value);
int __fixsfsi(float value);
long __fixsfdi(float value);
unsigned int __fixunssfsi(float value);
unsigned long __fixunssfdi(float value);
double __floatsidf(int value);
double __floatdidf(long value);
double __floatunsidf(unsigned int value);
double __floatundidf(unsigned long value);
float __floatsisf(int value);
float __floatdisf(long value);
float __floatunsisf(unsigned int value);
float __floatundisf(unsigned long value);

#endif
