#include "show.h"
int main(void) {
    int sum = 0, i = 99;
    for (int i = 0; i < 5; i++) for (int j = i; j; j--) sum += i * j;
    SHOW(sum); SHOW(i);
    for (;;) { if (i-- < 90) break; if (i & 1) continue; sum++; }
    SHOW(sum); SHOW(i);
    for (i = 0, sum = 10; i < sum; i++, sum--);
    SHOW(i);
    return 0;
}
