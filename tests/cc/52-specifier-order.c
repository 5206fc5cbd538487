/* The words of a type in any order, and typedefs among them. */
#include "show.h"

long unsigned int typedef word;
int long const static long signed big = -5;
short extern volatile int unsigned small;
unsigned volatile short small = 65535;
typedef int number, *pointer, array[4], function(int);
function triple;
int triple(int n) { return 3 * n; }

int main(void) {
    word w = -1;
    SHOW(w > 0);
    SHOW(sizeof w);
    SHOW(big);
    SHOW(small);
    number n = 3;
    pointer p = &n;
    array a = { 1, 2, 3, 4 };
    SHOW(*p + a[3]);
    SHOW(sizeof(array));
    SHOW(triple(5));
    const pointer q = &n;
    *q = 8;
    SHOW(n);
    char unsigned c = 200;
    SHOW(c);
    return 0;
}
