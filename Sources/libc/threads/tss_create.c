#include <pthread.h>
#include <threads.h>
#include "../internal/names.h"

INNER_NAME(pthread_getspecific);
INNER_NAME(pthread_key_create);
INNER_NAME(pthread_key_delete);
INNER_NAME(pthread_once);
INNER_NAME(pthread_setspecific);

int tss_create(tss_t *key, tss_dtor_t destructor)
{
    return __pthread_key_create(key, destructor) ? thrd_error : thrd_success;
}

void tss_delete(tss_t key)
{
    __pthread_key_delete(key);
}

void *tss_get(tss_t key)
{
    return __pthread_getspecific(key);
}

int tss_set(tss_t key, void *value)
{
    return __pthread_setspecific(key, value) ? thrd_error : thrd_success;
}

void call_once(once_flag *once, void (*function)(void))
{
    __pthread_once(once, function);
}
