#include <stdlib.h>

static void (*quick_exit_functions[32])(void);
static int quick_exit_count;

int at_quick_exit(void (*function)(void))
{
    if (quick_exit_count == 32)
        return -1;
    quick_exit_functions[quick_exit_count++] = function;
    return 0;
}

void quick_exit(int status)
{
    while (quick_exit_count > 0)
        quick_exit_functions[--quick_exit_count]();
    _Exit(status);
}
