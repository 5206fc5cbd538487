#include <errno.h>
#include "../internal/names.h"
#include "../internal/pthread.h"


/* Only pthread_testcancel is a point where the one thread ends that cancelled itself. */
static int cancel_state, cancel_type, cancel_pending;

int __pthread_setcancelstate(int state, int *old)
{
    if (state != PTHREAD_CANCEL_ENABLE && state != PTHREAD_CANCEL_DISABLE) return EINVAL;
    if (old) *old = cancel_state;
    cancel_state = state;
    return 0;
}
PUBLIC_NAME(pthread_setcancelstate);

int __pthread_setcanceltype(int type, int *old)
{
    if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS) return EINVAL;
    if (old) *old = cancel_type;
    cancel_type = type;
    return 0;
}
PUBLIC_NAME(pthread_setcanceltype);

void __pthread_testcancel(void)
{
    if (cancel_pending && cancel_state == PTHREAD_CANCEL_ENABLE) __pthread_exit(PTHREAD_CANCELED);
}
PUBLIC_NAME(pthread_testcancel);

int __pthread_cancel(pthread_t thread)
{
    if (thread != ONE_THREAD) return ESRCH;
    cancel_pending = 1;
    if (cancel_type == PTHREAD_CANCEL_ASYNCHRONOUS) __pthread_testcancel();
    return 0;
}
PUBLIC_NAME(pthread_cancel);
