#include "../internal/sys.h"

/* Here a handler as the kernel calls it is a C function. */

void (*sys_signal_function)(int number, void *information, void *context);

void sys_signal_entry(int number, void *information, void *context)
{
    sys_signal_function(number, information, context);
}

#ifdef __x86_64__
void __signal_return(void);
__asm__(
    ".text\n"
    ".globl __signal_return\n"
    "__signal_return:\n"
    "mov $15, %eax\n"
    "syscall\n");
#endif

void *sys_signal_restorer(void)
{
#ifdef __x86_64__
    return (void *)__signal_return;
#else
    return NULL;
#endif
}
