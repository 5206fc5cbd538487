/* Out of loops, into blocks, backwards, past declarations. */
#include "show.h"

static int state_machine(const char *p) {
    int words = 0;
outside:
    if (!*p) return words;
    if (*p++ == ' ') goto outside;
    words++;
inside:
    if (!*p) return words;
    if (*p++ != ' ') goto inside;
    goto outside;
}
static int jump_in(int n) {
    int r = 0;
    if (n) goto middle;
    for (int i = 0; i < 3; i++) {
        r += 10;
        if (0) { middle: i = 1; r += 1; }
    }
    return r;
}
static int lengths(int n) {
    int total = 0;
again:;
    int a[n];
    a[0] = n;
    total += sizeof a / sizeof *a + a[0];
    if (--n) goto again;
    return total;
}

int main(void) {
    SHOW(state_machine("  the quick  brown fox "));
    SHOW(jump_in(0));
    SHOW(jump_in(1));
    SHOW(lengths(4));
    for (int i = 0; ; i++)
        for (int j = 0; j < 10; j++)
            if (i * j == 42) { SHOW(i + j); goto found; }
found:
    goto last;
    put("never\n");
last: label: put("two labels\n");
    int n = 0;
    { back: n++; }
    if (n < 3) goto back;
    SHOW(n);
    { int label = 5; if (label == 5) goto end; }
    put("never\n");
end:
    return 0;
}
