#include <pthread.h>

int pthread_once(pthread_once_t *once, void (*function)(void))
{
    if (*once == PTHREAD_ONCE_INIT) {
        *once = 1;
        function();
    }
    return 0;
}
