/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* void longjmp(jmp_buf, int): loads the callee-saved registers; setjmp returns 1 for 0. */
__asm__(
    ".text\n"
    ".globl longjmp\n"
    ".globl _longjmp\n"
    "longjmp:\n"
    "_longjmp:\n"
    ".int 0xa9405013\n" /* ldp x19, x20, [x0] */
    ".int 0xa9415815\n" /* ldp x21, x22, [x0, #16] */
    ".int 0xa9426017\n" /* ldp x23, x24, [x0, #32] */
    ".int 0xa9436819\n" /* ldp x25, x26, [x0, #48] */
    ".int 0xa944701b\n" /* ldp x27, x28, [x0, #64] */
    ".int 0xa945781d\n" /* ldp x29, x30, [x0, #80] */
    ".int 0xf9403002\n" /* ldr x2, [x0, #96] */
    ".int 0x9100005f\n" /* mov sp, x2 */
    ".int 0x6d46a408\n" /* ldp d8, d9, [x0, #104] */
    ".int 0x6d47ac0a\n" /* ldp d10, d11, [x0, #120] */
    ".int 0x6d48b40c\n" /* ldp d12, d13, [x0, #136] */
    ".int 0x6d49bc0e\n" /* ldp d14, d15, [x0, #152] */
    ".int 0x7100003f\n" /* cmp w1, #0x0 */
    ".int 0x1a9f1420\n" /* csinc w0, w1, wzr, ne */
    ".int 0xd65f03c0\n" /* ret */);

/* int setjmp(jmp_buf): stores them. */
__asm__(
    ".text\n"
    ".globl setjmp\n"
    ".globl _setjmp\n"
    ".globl __setjmp\n"
    "setjmp:\n"
    "_setjmp:\n"
    "__setjmp:\n"
    ".int 0xa9005013\n" /* stp x19, x20, [x0] */
    ".int 0xa9015815\n" /* stp x21, x22, [x0, #16] */
    ".int 0xa9026017\n" /* stp x23, x24, [x0, #32] */
    ".int 0xa9036819\n" /* stp x25, x26, [x0, #48] */
    ".int 0xa904701b\n" /* stp x27, x28, [x0, #64] */
    ".int 0xa905781d\n" /* stp x29, x30, [x0, #80] */
    ".int 0x910003e2\n" /* mov x2, sp */
    ".int 0xf9003002\n" /* str x2, [x0, #96] */
    ".int 0x6d06a408\n" /* stp d8, d9, [x0, #104] */
    ".int 0x6d07ac0a\n" /* stp d10, d11, [x0, #120] */
    ".int 0x6d08b40c\n" /* stp d12, d13, [x0, #136] */
    ".int 0x6d09bc0e\n" /* stp d14, d15, [x0, #152] */
    ".int 0x52800000\n" /* mov w0, #0x0 */
    ".int 0xd65f03c0\n" /* ret */);

/* int sigsetjmp(sigjmp_buf, int): without a mask it is setjmp. Otherwise it keeps its return address and a register in
   the buffer, so that it is still there when setjmp returns for the second time; and goes on, either time, into the
   function below, which saves or restores the mask. */
int __sigsetjmp_tail(void *buffer, int result);

__asm__(
    ".text\n"
    ".globl sigsetjmp\n"
    ".globl __sigsetjmp\n"
    "sigsetjmp:\n"
    "__sigsetjmp:\n"
    ".int 0x34fffe41\n" /* cbz w1, __setjmp */
    ".int 0xf900581e\n" /* str x30, [x0, #176] */
    ".int 0xf9006013\n" /* str x19, [x0, #192] */
    ".int 0xaa0003f3\n" /* mov x19, x0 */
    ".int 0x97ffffee\n" /* bl __setjmp */
    ".int 0x2a0003e1\n" /* mov w1, w0 */
    ".int 0xaa1303e0\n" /* mov x0, x19 */
    ".int 0xf940581e\n" /* ldr x30, [x0, #176] */
    ".int 0xf9406013\n" /* ldr x19, [x0, #192] */);

int __sigsetjmp_after(void *buffer, int result)
{
    return __sigsetjmp_tail(buffer, result);
}
