/* The words have no end: they run into _start_c, which is the next function of crt1.c. Its argument is the stack
   as the kernel left it. */
__asm__(
    ".text\n"
    ".globl _start\n"
    "_start:\n"
    ".int 0xd280001d\n" /* mov x29, #0x0 */
    ".int 0xd280001e\n" /* mov x30, #0x0 */
    ".int 0x910003e0\n" /* mov x0, sp */);
