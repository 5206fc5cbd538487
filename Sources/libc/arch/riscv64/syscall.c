/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* long __syscall(number, six arguments) */
__asm__(
    ".text\n"
    ".globl __syscall\n"
    "__syscall:\n"
    ".int 0x00050893\n" /* mv a7,a0 */
    ".int 0x00058513\n" /* mv a0,a1 */
    ".int 0x00060593\n" /* mv a1,a2 */
    ".int 0x00068613\n" /* mv a2,a3 */
    ".int 0x00070693\n" /* mv a3,a4 */
    ".int 0x00078713\n" /* mv a4,a5 */
    ".int 0x00080793\n" /* mv a5,a6 */
    ".int 0x00000073\n" /* ecall */
    ".int 0x00008067\n" /* ret */);
