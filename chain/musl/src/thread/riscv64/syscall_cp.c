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
    ".int 0x00052283\n" /* lw t0,0(a0) */
    ".int 0x02029663\n" /* bnez t0,__cp_cancel */
    ".int 0x00058293\n" /* mv t0,a1 */
    ".int 0x00060513\n" /* mv a0,a2 */
    ".int 0x00068593\n" /* mv a1,a3 */
    ".int 0x00070613\n" /* mv a2,a4 */
    ".int 0x00078693\n" /* mv a3,a5 */
    ".int 0x00080713\n" /* mv a4,a6 */
    ".int 0x00088793\n" /* mv a5,a7 */
    ".int 0x00028893\n" /* mv a7,t0 */
    ".int 0x00000073\n" /* ecall */
    "__cp_end:\n"
    ".int 0x00008067\n" /* ret */
    "__cp_cancel:\n");

long __syscall_cp_cancelled(void)
{
    return __cancel();
}
