#include <unistd.h>
#include "../internal/start.h"

/* In the place of start/exit_hooks.c. `tcc -run` knows neither our start code nor our exit: it runs constructors,
   calls main, and runs destructors. So the library's begin and end are here a constructor and a destructor; in a
   program that was started as usual they find everything done. */
void (*__exit_functions)(void);
void (*__exit_streams)(void);
void (*__exit_destructors)(void);

__attribute__((constructor)) static void run_begin(int argc, char **argv, char **environment)
{
    if (!environ) {
        __libc_init(argc, argv);
        environ = environment;
    }
}

__attribute__((destructor)) static void run_end(void)
{
    if (__exit_functions)
        __exit_functions();
    if (__exit_streams)
        __exit_streams();
}
