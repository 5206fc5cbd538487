#include <unistd.h>
#include "../internal/names.h"
#include "../internal/start.h"

/* argv[0] and what stands behind its last slash, for the functions that say who complains. */
char *__progname_full, *__progname;
WEAK_NAME(program_invocation_name, __progname_full);
WEAK_NAME(program_invocation_short_name, __progname);

char **__first_environment;

/* Called by the start code before main. The environment follows argv's terminating NULL. */
void __libc_init(long argc, char **argv)
{
    char *c;

    environ = __first_environment = argv + argc + 1;
    __progname_full = __progname = argv[0];
    if (!argv[0]) return;
    for (c = argv[0]; *c; c++)
        if (*c == '/') __progname = c + 1;
}
