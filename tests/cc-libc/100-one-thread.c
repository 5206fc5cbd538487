/* <pthread.h> and <threads.h> of a program with one thread: locks lock, keys keep, nothing can be started. */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

static int once_calls;
static pthread_key_t key;

static void *start(void *argument) { return argument; }
static void call(void) { once_calls++; }
static void prepare(void) { printf("prepare\n"); fflush(stdout); }
static void parent(void) { printf("parent\n"); }
static void child(void) { printf("child\n"); }
static void clean(void *text) { printf("clean %s\n", (char *)text); }
static void end_key(void *text) { printf("key %s\n", (char *)text); }

static void show(const char *what, int error)
{
    printf("%s: %s\n", what, error ? strerror(error) : "done");
}

static void mutexes(void)
{
    pthread_mutex_t plain = PTHREAD_MUTEX_INITIALIZER, recursive, strict = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
    pthread_mutexattr_t attributes;
    struct timespec soon;

    show("lock", pthread_mutex_lock(&plain));
    show("try again", pthread_mutex_trylock(&plain));
    show("destroy", pthread_mutex_destroy(&plain));
    clock_gettime(CLOCK_REALTIME, &soon);
    show("wait for it", pthread_mutex_timedlock(&plain, &soon));
    show("unlock", pthread_mutex_unlock(&plain));
    show("unlock again", pthread_mutex_unlock(&plain));
    pthread_mutexattr_init(&attributes);
    show("type", pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE));
    show("no such type", pthread_mutexattr_settype(&attributes, 7));
    pthread_mutex_init(&recursive, &attributes);
    pthread_mutexattr_destroy(&attributes);
    pthread_mutex_lock(&recursive);
    show("recursive", pthread_mutex_lock(&recursive));
    show("once", pthread_mutex_unlock(&recursive));
    show("twice", pthread_mutex_unlock(&recursive));
    show("three times", pthread_mutex_unlock(&recursive));
    pthread_mutex_lock(&strict);
    show("errorcheck", pthread_mutex_lock(&strict));
}

static void other_locks(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
    pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_barrier_t barrier;
    pthread_spinlock_t spin;
    struct timespec soon;
    sem_t semaphore;
    int value;

    show("read", pthread_rwlock_rdlock(&lock));
    show("read too", pthread_rwlock_rdlock(&lock));
    show("write", pthread_rwlock_trywrlock(&lock));
    pthread_rwlock_unlock(&lock);
    pthread_rwlock_unlock(&lock);
    show("write", pthread_rwlock_wrlock(&lock));
    show("read", pthread_rwlock_tryrdlock(&lock));
    pthread_mutex_lock(&mutex);
    clock_gettime(CLOCK_REALTIME, &soon);
    show("wait", pthread_cond_timedwait(&condition, &mutex, &soon));
    show("locked again", pthread_mutex_trylock(&mutex));
    show("signal", pthread_cond_signal(&condition));
    pthread_barrier_init(&barrier, NULL, 1);
    printf("barrier %d\n", pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD);
    pthread_spin_init(&spin, 0);
    show("spin", pthread_spin_lock(&spin));
    show("spin", pthread_spin_trylock(&spin));
    sem_init(&semaphore, 0, 1);
    show("semaphore", sem_wait(&semaphore));
    errno = 0;
    show("semaphore", sem_trywait(&semaphore) ? errno : 0);
    show("semaphore", sem_timedwait(&semaphore, &soon) ? errno : 0);
    sem_post(&semaphore);
    sem_post(&semaphore);
    sem_getvalue(&semaphore, &value);
    printf("value %d\n", value);
}

static void c11(void)
{
    mtx_t mutex;
    thrd_t thread;
    once_flag once = ONCE_FLAG_INIT;
    tss_t slot;

    printf("create %d\n", thrd_create(&thread, NULL, NULL) == thrd_error);
    mtx_init(&mutex, mtx_plain);
    printf("lock %d %d %d\n", mtx_lock(&mutex), mtx_trylock(&mutex) == thrd_busy, mtx_unlock(&mutex));
    call_once(&once, call);
    call_once(&once, call);
    tss_create(&slot, NULL);
    tss_set(slot, "kept");
    printf("calls %d, %s, same %d\n", once_calls, (char *)tss_get(slot), thrd_equal(thrd_current(), thrd_current()));
}

int main(void)
{
    pthread_t thread;
    pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_attr_t attributes;
    sigset_t set, old;
    size_t size;
    int status;
    pid_t pid;

    show("create", pthread_create(&thread, NULL, start, NULL));
    show("join", pthread_join(pthread_self(), NULL));
    show("detach", pthread_detach(pthread_self()));
    pthread_attr_init(&attributes);
    show("too small", pthread_attr_setstacksize(&attributes, 100));
    pthread_attr_setstacksize(&attributes, 1 << 20);
    pthread_attr_getstacksize(&attributes, &size);
    printf("size %d\n", (int)size);
    pthread_once(&once, call);
    pthread_once(&once, call);
    printf("calls %d\n", once_calls);
    once_calls = 0;
    mutexes();
    other_locks();
    c11();
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    show("mask", pthread_sigmask(SIG_BLOCK, &set, NULL));
    show("no such way", pthread_sigmask(77, &set, NULL));
    pthread_sigmask(SIG_BLOCK, NULL, &old);
    printf("blocked %d\n", sigismember(&old, SIGUSR1));
    show("kill", pthread_kill(pthread_self(), 0));
    pthread_atfork(prepare, parent, child);
    fflush(stdout);
    pid = fork();
    if (pid == 0) {
        pthread_key_create(&key, end_key);
        pthread_setspecific(key, "value");
        pthread_cleanup_push(clean, "inner");
        pthread_exit(NULL);
        pthread_cleanup_pop(0);
    }
    waitpid(pid, &status, 0);
    printf("status %d\n", status);
    return 0;
}
