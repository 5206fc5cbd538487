/* Programs here have one thread: a semaphore never waits. */
#ifndef _SEMAPHORE_H
#define _SEMAPHORE_H

typedef int sem_t;

#define sem_init(semaphore, shared, value) ((void)(semaphore), (void)(shared), (void)(value), 0)
#define sem_wait(semaphore) ((void)(semaphore), 0)
#define sem_post(semaphore) ((void)(semaphore), 0)
#define sem_destroy(semaphore) ((void)(semaphore), 0)

#endif
