/* long __syscall(number, six arguments); the last one comes on the stack. */
__asm__(
    ".text\n"
    ".globl __syscall\n"
    "__syscall:\n"
    "mov %rdi, %rax\n"
    "mov %rsi, %rdi\n"
    "mov %rdx, %rsi\n"
    "mov %rcx, %rdx\n"
    "mov %r8, %r10\n"
    "mov %r9, %r8\n"
    "mov 8(%rsp), %r9\n"
    "syscall\n"
    "ret\n");
