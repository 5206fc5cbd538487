/* Threads of musl: clone, the thread pointer, compare and swap, cancellation. */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { THREADS = 8, TURNS = 2000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static sem_t semaphore;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static long total, onces, destroyed;
static int turn;

static void count_once(void)
{
    onces++;
}

static void destroy(void *value)
{
    pthread_mutex_lock(&lock);
    destroyed += (long)value;
    pthread_mutex_unlock(&lock);
}

static void *add(void *argument)
{
    long number = (long)argument;
    int i;

    pthread_once(&once, count_once);
    pthread_setspecific(key, argument);
    errno = (int)number;
    for (i = 0; i < TURNS; i++) {
        void *block = malloc((size_t)(i % 300));

        pthread_mutex_lock(&lock);
        total += number;
        pthread_mutex_unlock(&lock);
        sem_post(&semaphore);
        free(block);
    }
    return (void *)(long)(errno == number && pthread_getspecific(key) == argument ? number * 10 : -1);
}

static void *wait_for_turn(void *argument)
{
    int number = (int)(long)argument;

    pthread_mutex_lock(&lock);
    while (turn != number)
        pthread_cond_wait(&changed, &lock);
    printf("turn %d\n", number);
    turn++;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void say(void *text)
{
    printf("%s\n", (char *)text);
}

/* The read has no end, but for the cancellation. */
static void *read_for_ever(void *argument)
{
    char byte;

    pthread_cleanup_push(say, "cancelled");
    sem_post(&semaphore);
    read(*(int *)argument, &byte, 1);
    pthread_cleanup_pop(0);
    return NULL;
}

int main(void)
{
    pthread_t threads[THREADS];
    void *result;
    long i, sum = 0;
    int ends[2], value;

    sem_init(&semaphore, 0, 0);
    pthread_key_create(&key, destroy);
    for (i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, add, (void *)(i + 1));
    for (i = 0; i < THREADS; i++) {
        pthread_join(threads[i], &result);
        sum += (long)result;
    }
    sem_getvalue(&semaphore, &value);
    printf("%ld %ld %ld %ld %d\n", total, sum, onces, destroyed, value);
    for (i = THREADS - 1; i >= 0; i--)
        pthread_create(&threads[i], NULL, wait_for_turn, (void *)i);
    for (i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);

    pipe(ends);
    while (sem_trywait(&semaphore) == 0)
        ;
    pthread_create(&threads[0], NULL, read_for_ever, ends);
    sem_wait(&semaphore);
    pthread_cancel(threads[0]);
    pthread_join(threads[0], &result);
    printf("%d\n", result == PTHREAD_CANCELED);
    pthread_create(&threads[0], NULL, add, (void *)1L);
    pthread_detach(threads[0]);
    while (total < 36 * TURNS + TURNS)
        usleep(1000);
    pthread_exit(NULL);
}
