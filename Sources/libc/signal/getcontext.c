#include <errno.h>
#include <ucontext.h>

int getcontext(ucontext_t *context)
{
    (void)context;
    errno = ENOSYS;
    return -1;
}

int setcontext(const ucontext_t *context)
{
    (void)context;
    errno = ENOSYS;
    return -1;
}

void makecontext(ucontext_t *context, void (*function)(void), int count, ...)
{
    (void)context;
    (void)function;
    (void)count;
}

int swapcontext(ucontext_t *old, const ucontext_t *context)
{
    (void)old;
    (void)context;
    errno = ENOSYS;
    return -1;
}
