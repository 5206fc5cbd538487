/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* long __syscall_cp_asm(volatile int *cancelled, number, six arguments): a system call unless the thread is cancelled.
   A signal that comes between the first two labels makes the thread go on at the third. There the words end and run
   into the function below. */
long __cancel();

__asm__(
    ".text\n"
    ".globl __syscall_cp_asm\n"
    ".globl __cp_begin\n"
    ".globl __cp_end\n"
    ".globl __cp_cancel\n"
    "__syscall_cp_asm:\n"
    "__cp_begin:\n"
    ".int 0xb9400000\n" /* ldr w0, [x0] */
    ".int 0x35000140\n" /* cbnz w0, __cp_cancel */
    ".int 0xaa0103e8\n" /* mov x8, x1 */
    ".int 0xaa0203e0\n" /* mov x0, x2 */
    ".int 0xaa0303e1\n" /* mov x1, x3 */
    ".int 0xaa0403e2\n" /* mov x2, x4 */
    ".int 0xaa0503e3\n" /* mov x3, x5 */
    ".int 0xaa0603e4\n" /* mov x4, x6 */
    ".int 0xaa0703e5\n" /* mov x5, x7 */
    ".int 0xd4000001\n" /* svc #0x0 */
    "__cp_end:\n"
    ".int 0xd65f03c0\n" /* ret */
    "__cp_cancel:\n");

long __syscall_cp_cancelled(void)
{
    return __cancel();
}
