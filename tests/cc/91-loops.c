/* for, while and do, with break and continue in each place. */
#include "show.h"

int main(void) {
    int sum = 0;
    for (int i = 0; i < 10; i++) { if (i == 3) continue; if (i == 7) break; sum += i; }
    SHOW(sum);
    int n = 5;
    while (n--) { if (n == 2) continue; sum += n; }
    SHOW(sum);
    SHOW(n);
    do { n++; if (n == 2) continue; sum += 100; } while (n < 4);
    SHOW(sum);
    do sum--; while (0);
    SHOW(sum);
    for (;;) { if (++n > 20) break; }
    SHOW(n);
    for (int i = 0, j = 100; i < j; i += 7, j -= 3) n = j - i;
    SHOW(n);
    int k;
    for (k = 0; k < 3; ) k++;
    SHOW(k);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            if (j == 2) break;
            if (i == 1) continue;
            k += 10 * i + j;
        }
    SHOW(k);
    unsigned u;
    for (u = 3; u-- > 0; ) k += u;
    SHOW(k);
    while (k > 0) switch (k & 3) { case 0: k -= 4; continue; case 1: k--; break; default: k--; }
    SHOW(k);
    for (long big = 1L << 40; big < (1L << 40) + 3; big++) k++;
    SHOW(k);
    return 0;
}
