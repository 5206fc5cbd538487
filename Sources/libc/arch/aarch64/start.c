/* tcc's assembler for this machine knows no instructions, so they stand here as words. */
#include "../start.h"

/* The words have no end: they run into __start, which must be the next function. Its argument is the
   stack as the kernel left it. */
__asm__(
    ".text\n"
    ".globl _start\n"
    "_start:\n"
    ".int 0x910003e0\n" /* mov x0, sp */
    ".int 0xd280001d\n" /* mov x29, #0x0 */);

void __start(long *stack)
{
    __start_program(stack);
}
