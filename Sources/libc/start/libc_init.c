#include <unistd.h>
#include "../internal/start.h"

/* Called by the start code before main. The environment follows argv's terminating NULL. */
void __libc_init(long argc, char **argv)
{
    environ = argv + argc + 1;
}
