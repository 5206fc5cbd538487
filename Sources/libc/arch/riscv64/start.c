/* tcc's assembler for this machine knows no instructions, so they stand here as words. */
#include "../start.h"

/* The words have no end: they run into __start, which must be the next function. Its argument is the
   stack as the kernel left it. */
__asm__(
    ".text\n"
    ".globl _start\n"
    "_start:\n"
    ".int 0x00010513\n" /* mv a0,sp */
    ".int 0x00000093\n" /* li ra,0 */);

void __start(long *stack)
{
    __start_program(stack);
}
