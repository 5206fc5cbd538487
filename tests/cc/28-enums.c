#include "show.h"
enum color { red, green = 5, blue, last = blue + 10, minus = -1 }; typedef enum { A = 'a', B } letter; enum big { huge = 0x100000000 }; enum { single };
static int f(enum color c) { switch (c) { case red: return 1; case blue: return 2; default: return 3; } }
int main(void) { enum color c = blue; letter l = B; SHOW(c); SHOW(l); SHOW(last); SHOW(minus); SHOW(f(c)); SHOW(f(red)); SHOW(f(minus)); SHOW(sizeof(enum color)); SHOW(sizeof(enum big)); SHOW(huge); SHOW(single); SHOW(c++); SHOW(c); return 0; }
