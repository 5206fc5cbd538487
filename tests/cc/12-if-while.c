#include "show.h"
int main(void) {
    int i = 0, sum = 0;
    while (i < 10) { if (i % 2) sum += i; else if (i == 4) sum += 100; else sum -= i; i++; }
    SHOW(sum);
    do sum--; while (sum > 50);
    SHOW(sum);
    while (1) { if (++i > 20) break; if (i % 3) continue; sum += i; }
    SHOW(sum); SHOW(i);
    do { if (i == 25) continue; i++; } while (i < 25);
    SHOW(i);
    return 0;
}
