/* The kernel leaves argc, argv and the rest on the stack. */
__asm__(
    ".text\n"
    ".globl _start\n"
    "_start:\n"
    "xor %ebp, %ebp\n"
    "mov %rsp, %rdi\n"
    "and $-16, %rsp\n"
    "call __start_program\n");
