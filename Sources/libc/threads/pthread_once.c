#include <pthread.h>
#include "../internal/names.h"

int __pthread_once(pthread_once_t *once, void (*function)(void))
{
    if (*once == PTHREAD_ONCE_INIT) {
        *once = 1;
        function();
    }
    return 0;
}
PUBLIC_NAME(pthread_once);
