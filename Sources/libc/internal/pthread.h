/* What the files of threads/ share. */
#ifndef INTERNAL_PTHREAD_H
#define INTERNAL_PTHREAD_H

#include <pthread.h>

/* The name of the one thread. */
#define ONE_THREAD ((pthread_t)1)

/* Waits for what no thread will bring: for ever, or until the clock shows `end`; then ETIMEDOUT (EINVAL: no such time). */
int __pthread_wait(clockid_t clock, const struct timespec *end);
int __mutex_lock(pthread_mutex_t *mutex);
int __mutex_trylock(pthread_mutex_t *mutex);
int __mutex_unlock(pthread_mutex_t *mutex);
int __mutex_timedlock(pthread_mutex_t *mutex, const struct timespec *end);

__NORETURN void __pthread_exit(void *result);

/* Set by the first key: calls the destructors. */
extern void (*__pthread_end_keys)(void);

/* Set by the first pthread_atfork; fork calls it with -1 before, 0 in the child, 1 in the parent. */
extern void (*__fork_handlers)(int where);

#endif
