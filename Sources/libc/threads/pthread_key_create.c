#include <errno.h>
#include "../internal/names.h"
#include "../internal/pthread.h"

static struct pthread_key {
    int used;
    void (*destructor)(void *);
    void *value;
} pthread_keys[PTHREAD_KEYS_MAX];

/* A destructor may set values anew, so there are a few rounds. */
static void end_pthread_keys(void)
{
    int round, key, again = 1;

    for (round = 0; again && round < PTHREAD_DESTRUCTOR_ITERATIONS; round++) {
        again = 0;
        for (key = 0; key < PTHREAD_KEYS_MAX; key++) {
            void *value = pthread_keys[key].value;
            if (!pthread_keys[key].used || !value || !pthread_keys[key].destructor) continue;
            pthread_keys[key].value = NULL;
            pthread_keys[key].destructor(value);
            again = 1;
        }
    }
}

int __pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
    unsigned int free_key = 0;

    while (free_key < PTHREAD_KEYS_MAX && pthread_keys[free_key].used) free_key++;
    if (free_key == PTHREAD_KEYS_MAX) return EAGAIN;
    pthread_keys[free_key].used = 1;
    pthread_keys[free_key].destructor = destructor;
    pthread_keys[free_key].value = NULL;
    __pthread_end_keys = end_pthread_keys;
    *key = free_key;
    return 0;
}
PUBLIC_NAME(pthread_key_create);

int __pthread_key_delete(pthread_key_t key)
{
    if (key >= PTHREAD_KEYS_MAX || !pthread_keys[key].used) return EINVAL;
    pthread_keys[key].used = 0;
    pthread_keys[key].value = NULL;
    return 0;
}
PUBLIC_NAME(pthread_key_delete);

void *__pthread_getspecific(pthread_key_t key)
{
    return key < PTHREAD_KEYS_MAX ? pthread_keys[key].value : NULL;
}
PUBLIC_NAME(pthread_getspecific);

int __pthread_setspecific(pthread_key_t key, const void *value)
{
    if (key >= PTHREAD_KEYS_MAX || !pthread_keys[key].used) return EINVAL;
    pthread_keys[key].value = (void *)value;
    return 0;
}
PUBLIC_NAME(pthread_setspecific);
