/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* int __clone(int (*function)(void *), void *stack, int flags, void *argument, int *parent, void *tls, int *child):
   the child finds function and argument on its stack, and ends with what the function returns. */
__asm__(
    ".text\n"
    ".globl __clone\n"
    "__clone:\n"
    ".int 0xff05f593\n" /* and a1,a1,-16 */
    ".int 0xff058593\n" /* add a1,a1,-16 */
    ".int 0x00a5b023\n" /* sd a0,0(a1) */
    ".int 0x00d5b423\n" /* sd a3,8(a1) */
    ".int 0x00060513\n" /* mv a0,a2 */
    ".int 0x00070613\n" /* mv a2,a4 */
    ".int 0x00078693\n" /* mv a3,a5 */
    ".int 0x00080713\n" /* mv a4,a6 */
    ".int 0x0dc00893\n" /* li a7,220 */
    ".int 0x00000073\n" /* ecall */
    ".int 0x00050463\n" /* beqz a0,__clone+0x30 */
    ".int 0x00008067\n" /* ret */
    ".int 0x00000413\n" /* li s0,0 */
    ".int 0x00013583\n" /* ld a1,0(sp) */
    ".int 0x00813503\n" /* ld a0,8(sp) */
    ".int 0x000580e7\n" /* jalr a1 */
    ".int 0x05d00893\n" /* li a7,93 */
    ".int 0x00000073\n" /* ecall */);
