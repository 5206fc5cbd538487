#include "show.h"
static int calls;
static int yes(void) { calls++; return 2; }
static int no(void) { calls++; return 0; }
int main(void) {
    SHOW(yes() && no()); SHOW(no() && yes()); SHOW(yes() || no()); SHOW(no() || yes()); SHOW(calls);
    SHOW(!yes()); SHOW(!no() && !no()); SHOW((yes() && yes()) || no()); SHOW(calls);
    int x = yes() && (no() || yes()) ? 10 : 20; SHOW(x); SHOW(no() ? 1 : yes() ? 2 : 3); SHOW(yes() ?: 7); SHOW(no() ?: 7); SHOW(calls);
    return 0;
}
