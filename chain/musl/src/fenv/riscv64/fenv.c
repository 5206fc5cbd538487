/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* Rounding and exceptions. FE_DFL_ENV is -1. */
__asm__(
    ".text\n"
    ".globl fegetround\n"
    "fegetround:\n"
    ".int 0x00202573\n" /* frrm a0 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl __fesetround\n"
    "__fesetround:\n"
    ".int 0x00251073\n" /* fsrm a0 */
    ".int 0x00000513\n" /* li a0,0 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl fetestexcept\n"
    "fetestexcept:\n"
    ".int 0x001025f3\n" /* frflags a1 */
    ".int 0x00b57533\n" /* and a0,a0,a1 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl feclearexcept\n"
    "feclearexcept:\n"
    ".int 0x00153073\n" /* csrc fflags,a0 */
    ".int 0x00000513\n" /* li a0,0 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl feraiseexcept\n"
    "feraiseexcept:\n"
    ".int 0x00152073\n" /* csrs fflags,a0 */
    ".int 0x00000513\n" /* li a0,0 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl fegetenv\n"
    "fegetenv:\n"
    ".int 0x003025f3\n" /* frcsr a1 */
    ".int 0x00b52023\n" /* sw a1,0(a0) */
    ".int 0x00000513\n" /* li a0,0 */
    ".int 0x00008067\n" /* ret */);

__asm__(
    ".text\n"
    ".globl fesetenv\n"
    "fesetenv:\n"
    ".int 0x00000593\n" /* li a1,0 */
    ".int 0x00150613\n" /* add a2,a0,1 */
    ".int 0x00060463\n" /* beqz a2,fesetenv+0x10 */
    ".int 0x00052583\n" /* lw a1,0(a0) */
    ".int 0x00359073\n" /* fscsr a1 */
    ".int 0x00000513\n" /* li a0,0 */
    ".int 0x00008067\n" /* ret */);
