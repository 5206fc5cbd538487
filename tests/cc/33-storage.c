#include "show.h"
extern int later; static int tentative; static int tentative; int common; int common; extern int common; static int f(void); int later = 5; static int tentative = 6; const int constant = 7; int array[]; int array[3]; register_test(a) register int a; { return a * 2; }
static int f(void) { extern int common; common++; return common; }
int main(void) { SHOW(later); SHOW(tentative); SHOW(f()); SHOW(f()); SHOW(constant); SHOW(sizeof array); SHOW(array[2]); SHOW(register_test(4)); register int r = 3; auto int a = 4; volatile int v = 5; v++; SHOW(r + a + v); return 0; }
