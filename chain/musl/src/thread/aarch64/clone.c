/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* int __clone(int (*function)(void *), void *stack, int flags, void *argument, int *parent, void *tls, int *child):
   the child finds function and argument on its stack, and ends with what the function returns. */
__asm__(
    ".text\n"
    ".globl __clone\n"
    "__clone:\n"
    ".int 0x927cec21\n" /* and x1, x1, #0xfffffffffffffff0 */
    ".int 0xa9bf0c20\n" /* stp x0, x3, [x1, #-16]! */
    ".int 0x2a0203e0\n" /* mov w0, w2 */
    ".int 0xaa0403e2\n" /* mov x2, x4 */
    ".int 0xaa0503e3\n" /* mov x3, x5 */
    ".int 0xaa0603e4\n" /* mov x4, x6 */
    ".int 0xd2801b88\n" /* mov x8, #0xdc */
    ".int 0xd4000001\n" /* svc #0x0 */
    ".int 0xb4000040\n" /* cbz x0, __clone+0x28 */
    ".int 0xd65f03c0\n" /* ret */
    ".int 0xd280001d\n" /* mov x29, #0x0 */
    ".int 0xa8c103e1\n" /* ldp x1, x0, [sp], #16 */
    ".int 0xd63f0020\n" /* blr x1 */
    ".int 0xd2800ba8\n" /* mov x8, #0x5d */
    ".int 0xd4000001\n" /* svc #0x0 */);
