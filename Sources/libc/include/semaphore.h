/* Semaphores of one process. Waiting for one that is zero waits for a signal's handler to post it. Named ones, which other
   processes share, are not there: sem_open says ENOSYS. */
#ifndef _MINICC_LIBC_SEMAPHORE_H
#define _MINICC_LIBC_SEMAPHORE_H

#include <features.h>
#include <bits/timespec.h>

typedef struct {
    int __value;
    int __room[7];
} sem_t;

#define SEM_FAILED ((sem_t *)0)
#define SEM_VALUE_MAX 2147483647

int sem_init(sem_t *semaphore, int shared, unsigned int value);
int sem_destroy(sem_t *semaphore);
int sem_wait(sem_t *semaphore);
int sem_trywait(sem_t *semaphore);
int sem_timedwait(sem_t *semaphore, const struct timespec *end);
int sem_post(sem_t *semaphore);
int sem_getvalue(sem_t *semaphore, int *value);
sem_t *sem_open(const char *name, int flags, ...);
int sem_close(sem_t *semaphore);
int sem_unlink(const char *name);

#endif
