#include <stdlib.h>
#include <unistd.h>
#include "../internal/start.h"
#include "start.h"

int main(int argc, char **argv, char **environment);

void __start_program(long *stack)
{
    int argc = (int)stack[0];
    char **argv = (char **)(stack + 1);

    __libc_init(argc, argv);
    exit(main(argc, argv, environ));
}
