/* What brk gives back is gone. (qemu-user keeps it.) */
#include "check.h"

static void touch_given_back(void)
{
    char *end = (char *)syscall(SYS_brk, 0L);
    volatile char *page = (volatile char *)((((unsigned long)end + 4095) & ~4095ul) + 4096);

    syscall(SYS_brk, end + 8192);
    *page = 1;
    printf("touched\n");
    fflush(stdout);
    syscall(SYS_brk, end);
    *page = 1;
}

int main(void)
{
    HOLDS(ending_of(touch_given_back) == 128 + SIGSEGV);
    return finish();
}
