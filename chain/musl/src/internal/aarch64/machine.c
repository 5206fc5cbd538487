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
    ".int 0xaa0003e8\n" /* mov x8, x0 */
    ".int 0xaa0103e0\n" /* mov x0, x1 */
    ".int 0xaa0203e1\n" /* mov x1, x2 */
    ".int 0xaa0303e2\n" /* mov x2, x3 */
    ".int 0xaa0403e3\n" /* mov x3, x4 */
    ".int 0xaa0503e4\n" /* mov x4, x5 */
    ".int 0xaa0603e5\n" /* mov x5, x6 */
    ".int 0xd4000001\n" /* svc #0x0 */
    ".int 0xd65f03c0\n" /* ret */);

/* Compare and swap; the result is what was there. */
__asm__(
    ".text\n"
    ".globl a_cas\n"
    "a_cas:\n"
    ".int 0x885ffc03\n" /* ldaxr w3, [x0] */
    ".int 0x6b01007f\n" /* cmp w3, w1 */
    ".int 0x54000061\n" /* b.ne a_cas+0x14 */
    ".int 0x8804fc02\n" /* stlxr w4, w2, [x0] */
    ".int 0x35ffff84\n" /* cbnz w4, a_cas */
    ".int 0xd5033bbf\n" /* dmb ish */
    ".int 0x2a0303e0\n" /* mov w0, w3 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl a_cas_p\n"
    "a_cas_p:\n"
    ".int 0xc85ffc03\n" /* ldaxr x3, [x0] */
    ".int 0xeb01007f\n" /* cmp x3, x1 */
    ".int 0x54000061\n" /* b.ne a_cas_p+0x14 */
    ".int 0xc804fc02\n" /* stlxr w4, x2, [x0] */
    ".int 0x35ffff84\n" /* cbnz w4, a_cas_p */
    ".int 0xd5033bbf\n" /* dmb ish */
    ".int 0xaa0303e0\n" /* mov x0, x3 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl a_barrier\n"
    "a_barrier:\n"
    ".int 0xd5033bbf\n" /* dmb ish */
    ".int 0xd65f03c0\n" /* ret */);

/* An instruction that no machine has. */
__asm__(
    ".text\n"
    ".globl a_crash\n"
    "a_crash:\n"
    ".int 0x00000000\n" /* udf #0 */);

__asm__(
    ".text\n"
    ".globl __get_tp\n"
    "__get_tp:\n"
    ".int 0xd53bd040\n" /* mrs x0, tpidr_el0 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl __set_thread_area\n"
    "__set_thread_area:\n"
    ".int 0xd51bd040\n" /* msr tpidr_el0, x0 */
    ".int 0x52800000\n" /* mov w0, #0x0 */
    ".int 0xd65f03c0\n" /* ret */);
