#include <unistd.h>
#include "../internal/start.h"

/* argv[0], for the functions that say who complains. */
char *__program_name;

char **__first_environment;

/* Called by the start code before main. The environment follows argv's terminating NULL. */
void __libc_init(long argc, char **argv)
{
    environ = __first_environment = argv + argc + 1;
    __program_name = argv[0];
}
