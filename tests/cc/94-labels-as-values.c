/* GNU: &&label, computed goto, tables of labels. */
#include "show.h"

static int interpret(const unsigned char *code) {
    static void *const operations[] = { &&halt, &&increment, &&twice, &&negate, &&loop };
    int a = 0, n = 3;
    goto *operations[*code++];
increment: a++; goto *operations[*code++];
twice: a *= 2; goto *operations[*code++];
negate: a = -a; goto *operations[*code++];
loop: if (n--) { code -= 2; } goto *operations[*code++];
halt: return a;
}
static void *next_label(void *p) {
    if (p) goto *p;
    return &&second;
second:
    return 0;
}

int main(void) {
    SHOW(interpret((const unsigned char[]){ 1, 1, 2, 1, 3, 0 }));
    SHOW(interpret((const unsigned char[]){ 1, 2, 4, 0 }));
    void *p = next_label(0);
    SHOW(p != 0);
    void *here = &&there;
    goto *here;
    put("never\n");
there:
    put("there\n");
    return 0;
}
