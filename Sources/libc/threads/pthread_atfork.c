#include <errno.h>
#include <stdlib.h>
#include "../internal/pthread.h"

/* Handlers before the fork run from the newest to the oldest, those after it the other way. */
static struct fork_handler {
    void (*function[3])(void);
    struct fork_handler *older, *newer;
} *newest_fork_handler, *oldest_fork_handler;

static void run_fork_handlers(int where)
{
    struct fork_handler *handler = where < 0 ? newest_fork_handler : oldest_fork_handler;

    for (; handler; handler = where < 0 ? handler->older : handler->newer)
        if (handler->function[where + 1]) handler->function[where + 1]();
}

int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void))
{
    struct fork_handler *handler = malloc(sizeof *handler);

    if (!handler) return ENOMEM;
    handler->function[0] = prepare;
    handler->function[1] = child;
    handler->function[2] = parent;
    handler->older = newest_fork_handler;
    handler->newer = NULL;
    if (newest_fork_handler) newest_fork_handler->newer = handler;
    else oldest_fork_handler = handler;
    newest_fork_handler = handler;
    __fork_handlers = run_fork_handlers;
    return 0;
}
