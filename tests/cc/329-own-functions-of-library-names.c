/* A program's own functions of the library's names are the ones that are called. */
#include "show.h"

static int abs(int x) { return x * 2; }
double fabs(int x);
int strlen(const char *text, int more);
double floor(double);
static double sqrt(double x);
long labs(long x) { return x - 1; }
double ceil(double x) __asm__("my_ceil");
double my_ceil(double x) { return x + 100; }

int before(void) { return (int)sqrt(16.0) + (int)ceil(1.5); }
static double sqrt(double x) { return x / 2; }
double fabs(int x) { return x + 0.5; }
int strlen(const char *text, int more) { return text[0] + more; }
double floor(double x) { return x * 3; }

int main(void) {
    SHOW(abs(-3));
    SHOW((int)(fabs(-3) * 2));
    SHOW(strlen("a", 3));
    SHOW((int)floor(2.5));
    SHOW(before());
    SHOW(labs(-7));
    return 0;
}
