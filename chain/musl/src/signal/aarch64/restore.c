/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* Where a signal handler returns to: rt_sigreturn. */
__asm__(
    ".text\n"
    ".globl __restore\n"
    ".globl __restore_rt\n"
    "__restore:\n"
    "__restore_rt:\n"
    ".int 0xd2801168\n" /* mov x8, #0x8b */
    ".int 0xd4000001\n" /* svc #0x0 */);
