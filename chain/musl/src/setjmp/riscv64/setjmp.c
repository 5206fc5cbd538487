/* tcc's assembler for this machine knows no instructions, so they stand here as words. */

/* void longjmp(jmp_buf, int): loads the callee-saved registers; setjmp returns 1 for 0. */
__asm__(
    ".text\n"
    ".globl longjmp\n"
    ".globl _longjmp\n"
    "longjmp:\n"
    "_longjmp:\n"
    ".int 0x00053083\n" /* ld ra,0(a0) */
    ".int 0x00853103\n" /* ld sp,8(a0) */
    ".int 0x01053403\n" /* ld s0,16(a0) */
    ".int 0x01853483\n" /* ld s1,24(a0) */
    ".int 0x02053903\n" /* ld s2,32(a0) */
    ".int 0x02853983\n" /* ld s3,40(a0) */
    ".int 0x03053a03\n" /* ld s4,48(a0) */
    ".int 0x03853a83\n" /* ld s5,56(a0) */
    ".int 0x04053b03\n" /* ld s6,64(a0) */
    ".int 0x04853b83\n" /* ld s7,72(a0) */
    ".int 0x05053c03\n" /* ld s8,80(a0) */
    ".int 0x05853c83\n" /* ld s9,88(a0) */
    ".int 0x06053d03\n" /* ld s10,96(a0) */
    ".int 0x06853d83\n" /* ld s11,104(a0) */
    ".int 0x07053407\n" /* fld fs0,112(a0) */
    ".int 0x07853487\n" /* fld fs1,120(a0) */
    ".int 0x08053907\n" /* fld fs2,128(a0) */
    ".int 0x08853987\n" /* fld fs3,136(a0) */
    ".int 0x09053a07\n" /* fld fs4,144(a0) */
    ".int 0x09853a87\n" /* fld fs5,152(a0) */
    ".int 0x0a053b07\n" /* fld fs6,160(a0) */
    ".int 0x0a853b87\n" /* fld fs7,168(a0) */
    ".int 0x0b053c07\n" /* fld fs8,176(a0) */
    ".int 0x0b853c87\n" /* fld fs9,184(a0) */
    ".int 0x0c053d07\n" /* fld fs10,192(a0) */
    ".int 0x0c853d87\n" /* fld fs11,200(a0) */
    ".int 0x0015b513\n" /* seqz a0,a1 */
    ".int 0x00b50533\n" /* add a0,a0,a1 */
    ".int 0x00008067\n" /* ret */);

/* int setjmp(jmp_buf): stores them. */
__asm__(
    ".text\n"
    ".globl setjmp\n"
    ".globl _setjmp\n"
    ".globl __setjmp\n"
    "setjmp:\n"
    "_setjmp:\n"
    "__setjmp:\n"
    ".int 0x00153023\n" /* sd ra,0(a0) */
    ".int 0x00253423\n" /* sd sp,8(a0) */
    ".int 0x00853823\n" /* sd s0,16(a0) */
    ".int 0x00953c23\n" /* sd s1,24(a0) */
    ".int 0x03253023\n" /* sd s2,32(a0) */
    ".int 0x03353423\n" /* sd s3,40(a0) */
    ".int 0x03453823\n" /* sd s4,48(a0) */
    ".int 0x03553c23\n" /* sd s5,56(a0) */
    ".int 0x05653023\n" /* sd s6,64(a0) */
    ".int 0x05753423\n" /* sd s7,72(a0) */
    ".int 0x05853823\n" /* sd s8,80(a0) */
    ".int 0x05953c23\n" /* sd s9,88(a0) */
    ".int 0x07a53023\n" /* sd s10,96(a0) */
    ".int 0x07b53423\n" /* sd s11,104(a0) */
    ".int 0x06853827\n" /* fsd fs0,112(a0) */
    ".int 0x06953c27\n" /* fsd fs1,120(a0) */
    ".int 0x09253027\n" /* fsd fs2,128(a0) */
    ".int 0x09353427\n" /* fsd fs3,136(a0) */
    ".int 0x09453827\n" /* fsd fs4,144(a0) */
    ".int 0x09553c27\n" /* fsd fs5,152(a0) */
    ".int 0x0b653027\n" /* fsd fs6,160(a0) */
    ".int 0x0b753427\n" /* fsd fs7,168(a0) */
    ".int 0x0b853827\n" /* fsd fs8,176(a0) */
    ".int 0x0b953c27\n" /* fsd fs9,184(a0) */
    ".int 0x0da53027\n" /* fsd fs10,192(a0) */
    ".int 0x0db53427\n" /* fsd fs11,200(a0) */
    ".int 0x00000513\n" /* li a0,0 */
    ".int 0x00008067\n" /* ret */);

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
    ".int 0xf80588e3\n" /* beqz a1,__setjmp */
    ".int 0x0c153823\n" /* sd ra,208(a0) */
    ".int 0x0e853023\n" /* sd s0,224(a0) */
    ".int 0x00050413\n" /* mv s0,a0 */
    ".int 0xf81ff0ef\n" /* jal __setjmp */
    ".int 0x00050593\n" /* mv a1,a0 */
    ".int 0x00040513\n" /* mv a0,s0 */
    ".int 0x0d053083\n" /* ld ra,208(a0) */
    ".int 0x0e053403\n" /* ld s0,224(a0) */);

int __sigsetjmp_after(void *buffer, int result)
{
    return __sigsetjmp_tail(buffer, result);
}
