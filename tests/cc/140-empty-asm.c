/* asm without instructions: a barrier that leaves values as they are. */
#include "show.h"
static int shared = 1;
asm("");
static int launder(int x) { asm("" : "+r"(x)); return x; }
static int matched(int x) { int y; __asm__ __volatile__("" : "=r"(y) : "0"(x + 1)); return y; }
static int reread(int *p) { int a = *p; asm volatile("" ::: "memory"); return a + *p; }

int main(void) {
    SHOW(launder(5));
    SHOW(matched(6));
    SHOW(reread(&shared));
    for (int i = 0; i < 3; i++) { shared += i; asm volatile("" : : "r"(i), "m"(shared) : "memory", "cc"); }
    SHOW(shared);
    int a = 1;
    __asm__("" : [out] "+m"(a) : [in] "i"(4));
    SHOW(a);
    return 0;
}
