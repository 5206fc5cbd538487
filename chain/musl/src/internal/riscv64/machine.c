/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* What musl has as inline assembly: system calls, atomic operations, the thread pointer. The arguments of a system
   call are where the kernel wants them, one register further on. */
__asm__(
    ".text\n"
    ".globl __syscall0\n"
    ".globl __syscall1\n"
    ".globl __syscall2\n"
    ".globl __syscall3\n"
    ".globl __syscall4\n"
    ".globl __syscall5\n"
    ".globl __syscall6\n"
    "__syscall0:\n"
    "__syscall1:\n"
    "__syscall2:\n"
    "__syscall3:\n"
    "__syscall4:\n"
    "__syscall5:\n"
    "__syscall6:\n"
    ".int 0x00050293\n" /* mv t0,a0 */
    ".int 0x00058513\n" /* mv a0,a1 */
    ".int 0x00060593\n" /* mv a1,a2 */
    ".int 0x00068613\n" /* mv a2,a3 */
    ".int 0x00070693\n" /* mv a3,a4 */
    ".int 0x00078713\n" /* mv a4,a5 */
    ".int 0x00080793\n" /* mv a5,a6 */
    ".int 0x00028893\n" /* mv a7,t0 */
    ".int 0x00000073\n" /* ecall */
    ".int 0x00008067\n" /* ret */);

/* Compare and swap; the result is what was there. */
__asm__(
    ".text\n"
    ".globl a_cas\n"
    "a_cas:\n"
    ".int 0x0005859b\n" /* sext.w a1,a1 */
    ".int 0x160526af\n" /* lr.w.aqrl a3,(a0) */
    ".int 0x00b69663\n" /* bne a3,a1,a_cas+0x14 */
    ".int 0x1ec5272f\n" /* sc.w.aqrl a4,a2,(a0) */
    ".int 0xfe071ae3\n" /* bnez a4,a_cas+0x4 */
    ".int 0x00068513\n" /* mv a0,a3 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl a_cas_p\n"
    "a_cas_p:\n"
    ".int 0x160536af\n" /* lr.d.aqrl a3,(a0) */
    ".int 0x00b69663\n" /* bne a3,a1,a_cas_p+0x10 */
    ".int 0x1ec5372f\n" /* sc.d.aqrl a4,a2,(a0) */
    ".int 0xfe071ae3\n" /* bnez a4,a_cas_p */
    ".int 0x00068513\n" /* mv a0,a3 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl a_barrier\n"
    "a_barrier:\n"
    ".int 0x0330000f\n" /* fence rw,rw */
    ".int 0x00008067\n" /* ret */);

/* An instruction that no machine has. */
__asm__(
    ".text\n"
    ".globl a_crash\n"
    "a_crash:\n"
    ".int 0xc0001073\n" /* unimp */);

__asm__(
    ".text\n"
    ".globl __get_tp\n"
    "__get_tp:\n"
    ".int 0x00020513\n" /* mv a0,tp */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl __set_thread_area\n"
    "__set_thread_area:\n"
    ".int 0x00050213\n" /* mv tp,a0 */
    ".int 0x00000513\n" /* li a0,0 */
    ".int 0x00008067\n" /* ret */);
