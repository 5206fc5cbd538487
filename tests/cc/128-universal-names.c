/* Identifiers beyond ASCII, written and escaped. */
#include "show.h"
static int größe = 5, \u03b1\u03b2 = 6;
struct наш { int поле; };
static int 関数(int データ) { return データ + 1; }
#define é 9

int main(void) {
    SHOW(gr\u00f6\u00dfe + αβ);
    struct наш s = { .поле = 3 };
    SHOW(s.поле);
    SHOW(関数(1));
    SHOW(\u00e9);
    int $dollar = 4, a$b = 5;
    SHOW($dollar + a$b);
    return 0;
}
