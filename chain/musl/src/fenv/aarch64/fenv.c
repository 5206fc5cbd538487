/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* Rounding and exceptions. FE_DFL_ENV is -1. */
__asm__(
    ".text\n"
    ".globl fegetround\n"
    "fegetround:\n"
    ".int 0xd53b4400\n" /* mrs x0, fpcr */
    ".int 0x120a0400\n" /* and w0, w0, #0xc00000 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl __fesetround\n"
    "__fesetround:\n"
    ".int 0xd53b4401\n" /* mrs x1, fpcr */
    ".int 0x12087421\n" /* and w1, w1, #0xff3fffff */
    ".int 0x2a000021\n" /* orr w1, w1, w0 */
    ".int 0xd51b4401\n" /* msr fpcr, x1 */
    ".int 0x52800000\n" /* mov w0, #0x0 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl fetestexcept\n"
    "fetestexcept:\n"
    ".int 0xd53b4421\n" /* mrs x1, fpsr */
    ".int 0x12001000\n" /* and w0, w0, #0x1f */
    ".int 0x0a010000\n" /* and w0, w0, w1 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl feclearexcept\n"
    "feclearexcept:\n"
    ".int 0xd53b4421\n" /* mrs x1, fpsr */
    ".int 0x12001000\n" /* and w0, w0, #0x1f */
    ".int 0x0a200021\n" /* bic w1, w1, w0 */
    ".int 0xd51b4421\n" /* msr fpsr, x1 */
    ".int 0x52800000\n" /* mov w0, #0x0 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl feraiseexcept\n"
    "feraiseexcept:\n"
    ".int 0xd53b4421\n" /* mrs x1, fpsr */
    ".int 0x12001000\n" /* and w0, w0, #0x1f */
    ".int 0x2a000021\n" /* orr w1, w1, w0 */
    ".int 0xd51b4421\n" /* msr fpsr, x1 */
    ".int 0x52800000\n" /* mov w0, #0x0 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl fegetenv\n"
    "fegetenv:\n"
    ".int 0xd53b4401\n" /* mrs x1, fpcr */
    ".int 0xd53b4422\n" /* mrs x2, fpsr */
    ".int 0x29000801\n" /* stp w1, w2, [x0] */
    ".int 0x52800000\n" /* mov w0, #0x0 */
    ".int 0xd65f03c0\n" /* ret */);

__asm__(
    ".text\n"
    ".globl fesetenv\n"
    "fesetenv:\n"
    ".int 0xd2800001\n" /* mov x1, #0x0 */
    ".int 0xd2800002\n" /* mov x2, #0x0 */
    ".int 0xb100041f\n" /* cmn x0, #0x1 */
    ".int 0x54000040\n" /* b.eq fesetenv+0x14 */
    ".int 0x29400801\n" /* ldp w1, w2, [x0] */
    ".int 0xd51b4401\n" /* msr fpcr, x1 */
    ".int 0xd51b4422\n" /* msr fpsr, x2 */
    ".int 0x52800000\n" /* mov w0, #0x0 */
    ".int 0xd65f03c0\n" /* ret */);
