#include <signal.h>
#include "../internal/sys.h"

int sigaltstack(const stack_t *stack, stack_t *old)
{
    return (int)__sys_result(sys_sigaltstack(stack, old));
}
