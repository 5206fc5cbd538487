/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* Where a signal handler returns to: rt_sigreturn. */
__asm__(
    ".text\n"
    ".globl __restore\n"
    ".globl __restore_rt\n"
    "__restore:\n"
    "__restore_rt:\n"
    ".int 0x08b00893\n" /* li a7,139 */
    ".int 0x00000073\n" /* ecall */);
