#include <stdlib.h>
#include <unistd.h>
#include "../internal/start.h"
#include "start.h"

int main(int argc, char **argv, char **environment);

/* The linker's marks around the constructors' and destructors' addresses. */
extern void (*__init_array_start[])(int, char **, char **);
extern void (*__init_array_end[])(int, char **, char **);
extern void (*__fini_array_start[])(void);
extern void (*__fini_array_end[])(void);

static void start_program_end(void)
{
    void (**destructor)(void) = __fini_array_end;

    while (destructor > __fini_array_start)
        (*--destructor)();
}

void __start_program(long *stack)
{
    int argc = (int)stack[0];
    char **argv = (char **)(stack + 1);
    void (**constructor)(int, char **, char **);

    __libc_init(argc, argv);
    if (&__fini_array_end[0] > &__fini_array_start[0])
        __exit_destructors = start_program_end;
    for (constructor = __init_array_start; constructor < __init_array_end; constructor++)
        (*constructor)(argc, argv, environ);
    exit(main(argc, argv, environ));
}
