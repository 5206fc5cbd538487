/* Three hundred cases, with holes, in one switch. */
#include "show.h"
#define C(n) case n: return n * 7 % 1000;
#define C10(n) C(n##0) C(n##1) C(n##2) C(n##3) C(n##4) C(n##5) C(n##6) C(n##7) C(n##8) C(n##9)
#define C100(n) C10(n##0) C10(n##1) C10(n##2) C10(n##3) C10(n##4) C10(n##5) C10(n##6) C10(n##7) C10(n##8) C10(n##9)
static int large(int n) { switch (n) { C100(1) C100(3) C100(90) case 5000: return -1; case -17: return -2; default: return -3; } }
static const char *word(unsigned long n) { switch (n) { case 'a' ... 'f': return "a to f"; case 'x': return "x"; case 0: return "nought"; case 1ul << 63: return "top"; case -1ul: return "all"; } return "none"; }

int main(void) {
    long sum = 0; for (int i = -100; i < 10000; i++) sum = sum * 3 + large(i); SHOW(sum);
    SHOW(large(100)); SHOW(large(399)); SHOW(large(200)); SHOW(large(9099)); SHOW(large(5000)); SHOW(large(-17)); SHOW(large(2147483647));
    put(word('c')); put(word('x')); put(word(0)); put(word(1ul << 63)); put(word(-1)); put(word(7)); put("\n");
    return 0;
}
