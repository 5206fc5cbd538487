#include <errno.h>
#include <string.h>
#include <sys/prctl.h>
#include "../internal/pthread.h"
#include "../internal/sys.h"

/* The kernel's name of a thread has 15 bytes and an end. */
enum { THREAD_NAME_SIZE = 16 };

int pthread_setname_np(pthread_t thread, const char *name)
{
    if (thread != ONE_THREAD) return ESRCH;
    if (strlen(name) >= THREAD_NAME_SIZE) return ERANGE;
    return (int)-__system_call(SYS_prctl, PR_SET_NAME, (long)name, 0, 0, 0, 0);
}

int pthread_getname_np(pthread_t thread, char *name, size_t size)
{
    if (thread != ONE_THREAD) return ESRCH;
    if (size < THREAD_NAME_SIZE) return ERANGE;
    return (int)-__system_call(SYS_prctl, PR_GET_NAME, (long)name, 0, 0, 0, 0);
}
