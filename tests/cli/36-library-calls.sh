# Which calls of the library become instructions, and which options keep them calls.
cat > calls.c <<'END'
#include <math.h>
#include <stdlib.h>
#include <string.h>
double root(double x) { return sqrt(x); }
float narrow(float x) { return sqrtf(x); }
double size(double x) { return fabs(x); }
double sign(double x, double y) { return copysign(x, y); }
double down(double x) { return floor(x); }
double least(double x, double y) { return fmin(x, y); }
int positive(int x) { return abs(x); }
int length(void) { return strlen("four"); }
int order(void) { return strcmp("a", "b"); }
int unknown(const char *s) { return strlen(s) + strcmp(s, "a"); }
double (*pointer(void))(double) { return sqrt; }
END
calls() {
    echo "$*:" $(minicc -S "$@" calls.c -o - | sed -n 's/.*%\(call\|tail\)(&\([a-z]*\)).*/\2/p' | sort | uniq -c)
}
calls -O1
calls -O0
calls -fno-math-errno
calls -ffast-math
calls -fno-builtin
calls -ffreestanding
calls -fno-builtin-sqrt -fno-builtin-abs -fno-builtin-strlen
calls --p1=base
minicc -S -fno-math-errno calls.c -o - | grep -c fsqrt
