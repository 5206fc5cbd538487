#include "show.h"
int x = 1; static int counter(void) { static int n = 10; return n++; } static int other(void) { static int n; return ++n; }
int main(void) { SHOW(x); int x = 2; SHOW(x); { int x = 3; SHOW(x); { extern int x; SHOW(x); } for (int x = 4; x < 5; x++) SHOW(x); SHOW(x); } SHOW(x); counter(); counter(); SHOW(counter()); SHOW(other()); SHOW(other()); int y = sizeof y; SHOW(y); return 0; }
