/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* void __unmapself(void *base, size_t size): ends the thread, whose stack is gone after the first call. */
__asm__(
    ".text\n"
    ".globl __unmapself\n"
    "__unmapself:\n"
    ".int 0xd2801ae8\n" /* mov x8, #0xd7 */
    ".int 0xd4000001\n" /* svc #0x0 */
    ".int 0xd2800000\n" /* mov x0, #0x0 */
    ".int 0xd2800ba8\n" /* mov x8, #0x5d */
    ".int 0xd4000001\n" /* svc #0x0 */);
