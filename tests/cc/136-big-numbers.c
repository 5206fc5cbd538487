/* Long numbers in arrays: 100!, 2^500, digits of e. */
#include "show.h"
static unsigned char digits[400]; static int length;
static void set(int n) { length = 1; digits[0] = n; }
static void times(unsigned m) { unsigned carry = 0; for (int i = 0; i < length || carry; i++) { if (i == length) digits[length++] = 0; carry += digits[i] * m; digits[i] = carry % 10; carry /= 10; } }
static void print(void) { for (int i = length; i--; ) put((char[]){ '0' + digits[i], 0 }); put("\n"); }

int main(void) {
    set(1); for (int i = 2; i <= 100; i++) times(i); print();
    set(1); for (int i = 0; i < 500; i++) times(2); print();
    unsigned a[60]; for (int i = 0; i < 60; i++) a[i] = 1;
    put("2.");
    for (int d = 0; d < 50; d++) { unsigned carry = 0; for (int i = 59; i >= 0; i--) { unsigned t = a[i] * 10 + carry; carry = t / (i + 2); a[i] = t % (i + 2); } put((char[]){ '0' + carry, 0 }); }
    put("\n");
    unsigned long lo = 1, hi = 0; for (int i = 0; i < 27; i++) { unsigned long l = lo * 25; hi = hi * 25 + (unsigned long)((lo >> 32) * 25 + ((lo & 0xffffffff) * 25 >> 32) >> 32); lo = l; }
    SHOW(hi); SHOW(lo);
    return 0;
}
