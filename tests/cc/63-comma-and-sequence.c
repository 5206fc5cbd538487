/* Left before right, and the value of the last. */
#include "show.h"

static int log_[16], logged;
static int note(int x) { log_[logged++] = x; return x; }

int main(void) {
    int a = (1, 2, 3);
    SHOW(a);
    a = note(1), note(2);
    SHOW(a);
    SHOW((note(3), note(4)) + 1);
    for (int i = 0, j = 10; i < j; i++, j--) a = i, note(j);
    SHOW(a);
    SHOW(note(0) && note(99));
    SHOW(note(5) || note(98));
    SHOW(note(0) ? note(97) : note(6));
    for (int i = 0; i < logged; i++) put_number(log_[i]), put(" ");
    put("\n");
    int x[] = { (1, 2), (3, 4) };
    SHOW(x[0] * 10 + x[1]);
    SHOW(sizeof((char)1, (short)2));
    return 0;
}
