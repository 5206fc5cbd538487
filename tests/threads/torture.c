/*
 * What programs do with POSIX threads, for libraries that are not ours (glibc, musl), in the seed kernel and on Linux:
 * each part says what does not hold. `torture exec` is the program that one of its threads runs.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define HOLDS(condition) ((condition) ? (void)0 : (void)printf("line %d: %s does not hold\n", __LINE__, #condition))
#define GIVES(expected, call) \
    do { \
        long answer_ = (long)(call); \
        if (answer_ != (long)(expected)) printf("line %d: %s gives %ld, not %ld\n", __LINE__, #call, answer_, (long)(expected)); \
    } while (0)

enum { THREADS = 16, ROUNDS = 500 };
extern char **environ;

static void start_all(pthread_t *t, int count, void *(*function)(void *))
{
    for (int k = 0; k < count; k++)
        GIVES(0, pthread_create(&t[k], NULL, function, (void *)(long)k));
}

static void join_all(pthread_t *t, int count)
{
    void *result;

    for (int k = 0; k < count; k++) {
        GIVES(0, pthread_join(t[k], &result));
        GIVES(k, result);
    }
}

/* ---- Mutexes ---- */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long total;

static void *add(void *argument)
{
    for (int k = 0; k < ROUNDS; k++) {
        pthread_mutex_lock(&mutex);
        long before = total;

        if (k % 16 == 0)
            sched_yield();
        total = before + 1;
        pthread_mutex_unlock(&mutex);
    }
    return argument;
}

static void mutexes(void)
{
    pthread_t t[THREADS];
    struct timespec limit;
    pthread_mutexattr_t kind;
    pthread_mutex_t checked;

    start_all(t, THREADS, add);
    join_all(t, THREADS);
    GIVES(THREADS * ROUNDS, total);
    pthread_mutexattr_init(&kind);
    pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_init(&checked, &kind);
    GIVES(EPERM, pthread_mutex_unlock(&checked));
    GIVES(0, pthread_mutex_lock(&checked));
    GIVES(EDEADLK, pthread_mutex_lock(&checked));
    GIVES(0, pthread_mutex_unlock(&checked));
    pthread_mutex_lock(&mutex);
    GIVES(EBUSY, pthread_mutex_trylock(&mutex));
    clock_gettime(CLOCK_REALTIME, &limit);
    limit.tv_nsec += 20000000;
    limit.tv_sec += limit.tv_nsec / 1000000000;
    limit.tv_nsec %= 1000000000;
    GIVES(ETIMEDOUT, pthread_mutex_timedlock(&mutex, &limit));
    pthread_mutex_unlock(&mutex);
}

/* ---- Condition variables: a queue of one ---- */

static pthread_cond_t full = PTHREAD_COND_INITIALIZER, empty = PTHREAD_COND_INITIALIZER;
static long slot, is_full, received;

static void *produce(void *argument)
{
    for (int k = 0; k < ROUNDS; k++) {
        pthread_mutex_lock(&mutex);
        while (is_full)
            pthread_cond_wait(&empty, &mutex);
        slot = k;
        is_full = 1;
        pthread_cond_signal(&full);
        pthread_mutex_unlock(&mutex);
    }
    return argument;
}

static void *consume(void *argument)
{
    for (int k = 0; k < ROUNDS; k++) {
        pthread_mutex_lock(&mutex);
        while (!is_full)
            pthread_cond_wait(&full, &mutex);
        received += slot;
        is_full = 0;
        pthread_cond_signal(&empty);
        pthread_mutex_unlock(&mutex);
    }
    return argument;
}

static int released;

static void *wait_for_all(void *argument)
{
    pthread_mutex_lock(&mutex);
    while (!released)
        pthread_cond_wait(&full, &mutex);
    pthread_mutex_unlock(&mutex);
    return argument;
}

static void conditions(void)
{
    pthread_t t[THREADS];
    struct timespec limit;
    pthread_condattr_t by_clock;
    pthread_cond_t monotonic;

    for (int k = 0; k < 8; k++)
        pthread_create(&t[k], NULL, k % 2 ? produce : consume, (void *)(long)k);
    join_all(t, 8);
    GIVES(4l * ROUNDS * (ROUNDS - 1) / 2, received);
    start_all(t, THREADS, wait_for_all);
    usleep(20000);
    pthread_mutex_lock(&mutex);
    released = 1;
    pthread_cond_broadcast(&full);
    pthread_mutex_unlock(&mutex);
    join_all(t, THREADS);
    pthread_condattr_init(&by_clock);
    pthread_condattr_setclock(&by_clock, CLOCK_MONOTONIC);
    pthread_cond_init(&monotonic, &by_clock);
    clock_gettime(CLOCK_MONOTONIC, &limit);
    pthread_mutex_lock(&mutex);
    GIVES(ETIMEDOUT, pthread_cond_timedwait(&monotonic, &mutex, &limit));
    pthread_mutex_unlock(&mutex);
}

/* ---- Barriers, read-write locks, semaphores, once, spin locks ---- */

static pthread_barrier_t barrier;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static sem_t semaphore;
static long serial, pair[2], onces, inside, most_inside;

static void count_once(void)
{
    usleep(1000);
    onces++;
}

static void *meet(void *argument)
{
    for (int k = 0; k < 50; k++)
        if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD)
            __sync_fetch_and_add(&serial, 1);
    return argument;
}

static void *read_and_write(void *argument)
{
    for (int k = 0; k < 200; k++) {
        if ((k + (long)argument) % 5 == 0) {
            pthread_rwlock_wrlock(&rwlock);
            pair[0]++;
            sched_yield();
            pair[1]++;
            pthread_rwlock_unlock(&rwlock);
        } else {
            pthread_rwlock_rdlock(&rwlock);
            HOLDS(pair[0] == pair[1]);
            pthread_rwlock_unlock(&rwlock);
        }
    }
    return argument;
}

static void *use_semaphore(void *argument)
{
    pthread_once(&once, count_once);
    for (int k = 0; k < 50; k++) {
        while (sem_wait(&semaphore) < 0)
            ;
        long now = __sync_add_and_fetch(&inside, 1);

        if (now > most_inside)
            most_inside = now;
        sched_yield();
        __sync_sub_and_fetch(&inside, 1);
        sem_post(&semaphore);
    }
    return argument;
}

static void other_locks(void)
{
    pthread_t t[THREADS];

    pthread_barrier_init(&barrier, NULL, THREADS);
    start_all(t, THREADS, meet);
    join_all(t, THREADS);
    GIVES(50, serial);
    start_all(t, THREADS, read_and_write);
    join_all(t, THREADS);
    HOLDS(pair[0] == THREADS * 40 && pair[1] == THREADS * 40);
    sem_init(&semaphore, 0, 3);
    start_all(t, THREADS, use_semaphore);
    join_all(t, THREADS);
    GIVES(1, onces);
    HOLDS(most_inside >= 1 && most_inside <= 3);
    GIVES(0, sem_destroy(&semaphore));
}

/* ---- Thread-local storage, keys, cancellation, detaching, stacks ---- */

static __thread long own = 7, also_own[100];
static pthread_key_t key;
static long destroyed, cleaned;

static void destroy(void *value)
{
    __sync_fetch_and_add(&destroyed, (long)value);
}

static void *use_storage(void *argument)
{
    HOLDS(own == 7 && also_own[99] == 0);
    own = (long)argument;
    pthread_setspecific(key, (void *)((long)argument + 1));
    for (int k = 0; k < 50; k++) {
        also_own[k] = own;
        errno = (int)own;
        sched_yield();
        HOLDS(own == (long)argument && also_own[k] == own && errno == (int)own);
    }
    return argument;
}

static void clean(void *argument)
{
    (void)argument;
    cleaned++;
}

static void *wait_for_cancel(void *argument)
{
    pthread_cleanup_push(clean, NULL);
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push((void (*)(void *))pthread_mutex_unlock, &mutex);
    for (;;)
        pthread_cond_wait(&empty, &mutex);
    pthread_cleanup_pop(1);
    pthread_cleanup_pop(1);
    return argument;
}

static void *sleep_for_cancel(void *argument)
{
    pthread_cleanup_push(clean, NULL);
    for (;;)
        pause();
    pthread_cleanup_pop(1);
    return argument;
}

static void *spin_for_cancel(void *argument)
{
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    for (volatile long k = 0;; k++)
        ;
    return argument;
}

static void *use_stack(void *argument)
{
    volatile char room[60000];

    for (unsigned k = 0; k < sizeof room; k += 4096)
        room[k] = 1;
    return argument;
}

static volatile int detached_ended;

static void *end_detached(void *argument)
{
    detached_ended = 1;
    return argument;
}

static void storage(void)
{
    pthread_t t[THREADS];
    pthread_attr_t attributes;
    void *result;
    void *(*cancelled[])(void *) = { wait_for_cancel, sleep_for_cancel, spin_for_cancel };

    pthread_key_create(&key, destroy);
    start_all(t, THREADS, use_storage);
    join_all(t, THREADS);
    GIVES(THREADS * (THREADS + 1) / 2, destroyed);
    GIVES(7, own);
    start_all(t, THREADS, use_stack);
    join_all(t, THREADS);
    for (int k = 0; k < 3; k++) {
        pthread_create(&t[k], NULL, cancelled[k], NULL);
        usleep(20000);
        GIVES(0, pthread_cancel(t[k]));
        GIVES(0, pthread_join(t[k], &result));
        HOLDS(result == PTHREAD_CANCELED);
    }
    GIVES(2, cleaned);
    GIVES(0, pthread_mutex_trylock(&mutex));
    pthread_mutex_unlock(&mutex);
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 1 << 18);
    GIVES(0, pthread_create(&t[0], &attributes, end_detached, NULL));
    while (!detached_ended)
        usleep(1000);
}

/* ---- Robust mutexes, also shared by processes ---- */

struct shared {
    pthread_mutex_t mutex;
    pthread_cond_t condition;
    pthread_barrier_t barrier;
    sem_t semaphore;
    int value;
};

static void *die_with_lock(void *argument)
{
    pthread_mutex_lock(argument);
    return NULL;
}

static struct shared *make_shared(void)
{
    struct shared *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_t kind;
    pthread_condattr_t condition;
    pthread_barrierattr_t barrier_kind;

    pthread_mutexattr_init(&kind);
    pthread_mutexattr_setrobust(&kind, PTHREAD_MUTEX_ROBUST);
    pthread_mutexattr_setpshared(&kind, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&s->mutex, &kind);
    pthread_condattr_init(&condition);
    pthread_condattr_setpshared(&condition, PTHREAD_PROCESS_SHARED);
    pthread_cond_init(&s->condition, &condition);
    pthread_barrierattr_init(&barrier_kind);
    pthread_barrierattr_setpshared(&barrier_kind, PTHREAD_PROCESS_SHARED);
    pthread_barrier_init(&s->barrier, &barrier_kind, 2);
    sem_init(&s->semaphore, 1, 0);
    return s;
}

static void robust(void)
{
    struct shared *s = make_shared();
    pthread_t t;
    pid_t child;
    int status;

    pthread_create(&t, NULL, die_with_lock, &s->mutex);
    pthread_join(t, NULL);
    GIVES(EOWNERDEAD, pthread_mutex_lock(&s->mutex));
    GIVES(0, pthread_mutex_consistent(&s->mutex));
    GIVES(0, pthread_mutex_unlock(&s->mutex));
    GIVES(0, pthread_mutex_lock(&s->mutex));
    GIVES(0, pthread_mutex_unlock(&s->mutex));
    if ((child = fork()) == 0) {
        pthread_mutex_lock(&s->mutex);
        sem_post(&s->semaphore);
        usleep(30000);
        kill(getpid(), SIGKILL);
    }
    while (sem_wait(&s->semaphore) < 0)
        ;
    GIVES(EOWNERDEAD, pthread_mutex_lock(&s->mutex));
    GIVES(0, pthread_mutex_consistent(&s->mutex));
    GIVES(child, waitpid(child, &status, 0));
    if ((child = fork()) == 0) {
        pthread_barrier_wait(&s->barrier);
        pthread_mutex_lock(&s->mutex);
        s->value = 1;
        pthread_cond_signal(&s->condition);
        pthread_mutex_unlock(&s->mutex);
        _exit(0);
    }
    pthread_barrier_wait(&s->barrier);
    while (!s->value)
        pthread_cond_wait(&s->condition, &s->mutex);
    pthread_mutex_unlock(&s->mutex);
    GIVES(child, waitpid(child, &status, 0));
}

/* ---- Signals ---- */

static __thread volatile int got;
static volatile int got_in[2], ready;
static pthread_t main_thread;

static void note(int number)
{
    (void)number;
    got++;
    got_in[pthread_equal(pthread_self(), main_thread)]++;
}

static void *wait_for_two(void *argument)
{
    sigset_t mask, none;

    sigemptyset(&none);
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &mask, NULL);
    ready = 1;
    while (got < 2)
        sigsuspend(&none);
    return argument;
}

static void *wait_by_sigwait(void *argument)
{
    sigset_t set;
    int number;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    ready = 1;
    GIVES(0, sigwait(&set, &number));
    GIVES(SIGUSR2, number);
    return argument;
}

static __thread sigjmp_buf back;

static void leave_fault(int number)
{
    siglongjmp(back, number);
}

static void *fault_often(void *argument)
{
    stack_t alternate;

    alternate.ss_sp = malloc(65536);
    alternate.ss_size = 65536;
    alternate.ss_flags = 0;
    GIVES(0, sigaltstack(&alternate, NULL));
    for (volatile int k = 0; k < 20; k++) {
        int number = sigsetjmp(back, 1);

        if (number == 0) {
            *(volatile int *)16 = 1;
            HOLDS(0);
        }
        GIVES(SIGSEGV, number);
        sched_yield();
    }
    return argument;
}

static void signals(void)
{
    struct sigaction action;
    pthread_t t[THREADS];
    sigset_t mask, old;

    main_thread = pthread_self();
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    sigaction(SIGUSR1, &action, NULL);
    sigaction(SIGUSR2, &action, NULL);
    start_all(t, 1, wait_for_two);
    while (!ready)
        usleep(1000);
    GIVES(0, pthread_kill(t[0], SIGUSR1));
    while (!got_in[0])
        usleep(1000);
    /* The process's signal goes to a thread that takes it. */
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    sigaddset(&mask, SIGUSR2);
    pthread_sigmask(SIG_BLOCK, &mask, &old);
    kill(getpid(), SIGUSR1);
    join_all(t, 1);
    HOLDS(got_in[0] == 2 && got_in[1] == 0);
    ready = 0;
    start_all(t, 1, wait_by_sigwait);
    while (!ready)
        usleep(1000);
    kill(getpid(), SIGUSR2);
    join_all(t, 1);
    kill(getpid(), SIGUSR1);
    HOLDS(got_in[1] == 0);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    HOLDS(got_in[1] == 1);
    action.sa_handler = leave_fault;
    action.sa_flags = SA_ONSTACK;
    sigaction(SIGSEGV, &action, NULL);
    start_all(t, 4, fault_often);
    join_all(t, 4);
    signal(SIGSEGV, SIG_DFL);
}

/* ---- Processes from threads ---- */

static void *fork_and_wait(void *argument)
{
    for (int k = 0; k < 5; k++) {
        int status = -1;
        pid_t child = fork();

        if (child == 0)
            _exit((int)(long)argument + 1);
        HOLDS(child > 0);
        GIVES(child, waitpid(child, &status, 0));
        GIVES((long)argument + 1, WEXITSTATUS(status));
    }
    return argument;
}

static void *spawn(void *argument)
{
    char *words[] = { "torture", "exec", NULL };
    int status = -1;
    pid_t child = -1;

    GIVES(0, posix_spawn(&child, "/proc/self/exe", NULL, NULL, words, environ));
    GIVES(child, waitpid(child, &status, 0));
    GIVES(33, WEXITSTATUS(status));
    return argument;
}

static void *run(void *argument)
{
    char *words[] = { "torture", "exec", argument, NULL };

    execve("/proc/self/exe", words, environ);
    return NULL;
}

static void *sleep_always(void *argument)
{
    for (;;)
        pause();
    return argument;
}

static void processes(void)
{
    pthread_t t[THREADS];
    pid_t child;
    int status;

    start_all(t, 6, fork_and_wait);
    join_all(t, 6);
    start_all(t, 4, spawn);
    join_all(t, 4);
    fflush(stdout);
    if ((child = fork()) == 0) {
        char pid[16];

        sprintf(pid, "%d", (int)getpid());
        start_all(t, 4, sleep_always);
        pthread_create(&t[4], NULL, run, pid);
        for (;;)
            pause();
    }
    GIVES(child, waitpid(child, &status, 0));
    GIVES(33, WEXITSTATUS(status));
    if ((child = fork()) == 0) {
        start_all(t, 4, sleep_always);
        pthread_create(&t[4], NULL, end_detached, NULL);
        pthread_join(t[4], NULL);
        exit(44);
    }
    GIVES(child, waitpid(child, &status, 0));
    GIVES(44, WEXITSTATUS(status));
}

/* ---- Names, clocks, processors ---- */

static void *burn(void *argument)
{
    struct timespec own_time, whole;
    clockid_t clock;

    GIVES(0, pthread_getcpuclockid(pthread_self(), &clock));
    do {
        GIVES(0, clock_gettime(CLOCK_THREAD_CPUTIME_ID, &own_time));
    } while (own_time.tv_sec == 0 && own_time.tv_nsec < 30000000);
    GIVES(0, clock_gettime(clock, &own_time));
    GIVES(0, clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &whole));
    HOLDS(whole.tv_sec > own_time.tv_sec || whole.tv_nsec >= own_time.tv_nsec);
    return argument;
}

static void the_rest(void)
{
    pthread_t t[THREADS];
    char name[32];
    cpu_set_t set;
    struct timespec time;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    start_all(t, 2, burn);
    join_all(t, 2);
    start_all(t, 1, sleep_always);
    GIVES(0, pthread_setname_np(t[0], "sleeper"));
    GIVES(0, pthread_getname_np(t[0], name, sizeof name));
    HOLDS(strcmp(name, "sleeper") == 0);
    GIVES(0, pthread_getaffinity_np(t[0], sizeof set, &set));
    HOLDS(CPU_COUNT(&set) >= 1);
    GIVES(0, pthread_cancel(t[0]));
    GIVES(0, pthread_join(t[0], NULL));
}

/* ---- Until there are no more ---- */

static void many_threads(void)
{
    static pthread_t t[3000];
    pthread_attr_t attributes;
    int count = 0, error = 0;

    released = 0;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, PTHREAD_STACK_MIN + 16384);
    while (count < 300 && !(error = pthread_create(&t[count], &attributes, wait_for_all, (void *)(long)count)))
        count++;
    HOLDS(count >= 100 && (error == 0 || error == EAGAIN));
    pthread_mutex_lock(&mutex);
    released = 1;
    pthread_cond_broadcast(&full);
    pthread_mutex_unlock(&mutex);
    join_all(t, count);
    for (int k = 0; k < 2000; k++) {
        GIVES(0, pthread_create(&t[0], &attributes, end_detached, NULL));
        GIVES(0, pthread_join(t[0], NULL));
    }
}

int main(int count, char **words)
{
    if (count > 1 && strcmp(words[1], "exec") == 0)
        return count == 2 || (atoi(words[2]) == getpid() && syscall(SYS_gettid) == getpid()) ? 33 : 1;
#define PART(name) (printf("%s\n", #name), fflush(stdout), name())
    PART(mutexes);
    PART(conditions);
    PART(other_locks);
    PART(storage);
    PART(robust);
    PART(signals);
    PART(processes);
    PART(the_rest);
    PART(many_threads);
    printf("done\n");
    return 0;
}
