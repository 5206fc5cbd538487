#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

void abort(void)
{
    raise(SIGABRT);
    /* A handler returned, or the signal is ignored: the second time nobody is asked. */
    signal(SIGABRT, SIG_DFL);
    raise(SIGABRT);
    _exit(128 + SIGABRT);
}
