/* exit_group with a number of more than eight bits, and nothing that is printed first. */
#include "check.h"

int main(void)
{
    syscall(SYS_exit_group, 0x1234567 + 256);
    return 1;
}
