/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* long __syscall(number, six arguments) */
__asm__(
    ".text\n"
    ".globl __syscall\n"
    "__syscall:\n"
    ".int 0xaa0003e8\n" /* mov x8, x0 */
    ".int 0xaa0103e0\n" /* mov x0, x1 */
    ".int 0xaa0203e1\n" /* mov x1, x2 */
    ".int 0xaa0303e2\n" /* mov x2, x3 */
    ".int 0xaa0403e3\n" /* mov x3, x4 */
    ".int 0xaa0503e4\n" /* mov x4, x5 */
    ".int 0xaa0603e5\n" /* mov x5, x6 */
    ".int 0xd4000001\n" /* svc #0x0 */
    ".int 0xd65f03c0\n" /* ret */);
