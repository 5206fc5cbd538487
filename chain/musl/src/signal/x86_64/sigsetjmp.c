/* tcc's assembler knows no push and pop with memory, which musl's own file has.

   int sigsetjmp(sigjmp_buf, int): without a mask it is setjmp. Otherwise it keeps its return address and a register in
   the buffer, so that they are still there when setjmp returns for the second time; and goes on, either time, to the
   function that saves or restores the mask. */
__asm__(
    ".text\n"
    ".globl sigsetjmp\n"
    ".globl __sigsetjmp\n"
    "sigsetjmp:\n"
    "__sigsetjmp:\n"
    "test %esi, %esi\n"
    "jz 1f\n"
    "pop %rax\n"
    "mov %rax, 64(%rdi)\n"
    "mov %rbx, 80(%rdi)\n"
    "mov %rdi, %rbx\n"
    "call setjmp\n"
    "mov 64(%rbx), %rdx\n"
    "push %rdx\n"
    "mov %rbx, %rdi\n"
    "mov %eax, %esi\n"
    "mov 80(%rbx), %rbx\n"
    "jmp __sigsetjmp_tail\n"
    "1: jmp setjmp\n");
