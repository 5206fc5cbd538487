/* The words have no end: they run into _start_c, which is the next function of crt1.c. Its argument is the stack
   as the kernel left it. */
__asm__(
    ".text\n"
    ".globl _start\n"
    "_start:\n"
    ".int 0x00010513\n" /* mv a0,sp */
    ".int 0x00000093\n" /* li ra,0 */);
