#include "show.h"
static int run(const unsigned char *code) { static void *const table[] = { &&push, &&add, &&mul, &&done }; int stack[8], *sp = stack; 
#define NEXT goto *table[*code++]
    NEXT; push: *sp++ = *code++; NEXT; add: sp--; sp[-1] += *sp; NEXT; mul: sp--; sp[-1] *= *sp; NEXT; done: return sp[-1]; }
int main(void) { SHOW(run((unsigned char[]){ 0, 5, 0, 7, 1, 0, 3, 2, 3 })); void *p = &&a; int i = 0; goto *p; a: i++; p = i < 3 ? &&a : &&b; goto *p; b: SHOW(i); static void *mixed[4] = { 0, &&c }; goto *mixed[1]; SHOW(-1); c: SHOW(mixed[0] == 0); return 0; }
