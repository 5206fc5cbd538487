/* Declared in a block, in a function, later, with and without a size. */
#include "show.h"
static int read_later(void) { extern int later_defined; return later_defined; }
extern int array_later[]; static int element(int i) { return array_later[i]; } int array_later[3] = { 7, 8, 9 };
int main(void) { SHOW(read_later()); SHOW(element(2)); { extern int later_defined; later_defined++; } SHOW(read_later()); extern int function_later(int); SHOW(function_later(3)); SHOW(sizeof array_later); return 0; }
int later_defined = 41; int function_later(int x) { return x * later_defined; }
