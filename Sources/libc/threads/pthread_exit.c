#include <stdlib.h>
#include "../internal/names.h"
#include "../internal/pthread.h"

struct __pthread_cleanup *__pthread_cleanups;
void (*__pthread_end_keys)(void);

/* The last thread ends the process, as by exit(0). */
__NORETURN void __pthread_exit(void *result)
{
    (void)result;
    while (__pthread_cleanups) {
        struct __pthread_cleanup *cleanup = __pthread_cleanups;
        __pthread_cleanups = cleanup->__next;
        cleanup->__function(cleanup->__argument);
    }
    if (__pthread_end_keys) __pthread_end_keys();
    exit(0);
}
PUBLIC_NAME(pthread_exit);
