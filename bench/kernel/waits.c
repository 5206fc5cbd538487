/*
 * /init of a machine that measures how fast threads and processes take turns, on the seed kernel or on Linux: a line for each, what happens
 * how often a second. Every number is a rate by the machine's clock.
 */
#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CALLS = 100000, LOCKS = 1000000, TURNS = 20000, BYTES = 32 << 20, WAIT = 0, WAKE = 1 };

static char block[65536];
static volatile int word;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int turn;

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void report(const char *what, double amount, double start)
{
    printf("%s %.0f\n", what, amount / (now() - start));
    fflush(stdout);
}

static void futex(int operation, int value)
{
    syscall(SYS_futex, &word, (long)operation, (long)value, 0l, 0l, 0l);
}

/* Two threads hand a word to and fro: each turn is a wake and a switch. */
static void hand_over(int own)
{
    for (int k = 0; k < TURNS; k++) {
        while (word != own)
            futex(WAIT, !own);
        word = !own;
        futex(WAKE, 1);
    }
}

static void *second_futex(void *none)
{
    hand_over(1);
    return none;
}

static void take_turns(int own)
{
    for (int k = 0; k < TURNS; k++) {
        pthread_mutex_lock(&lock);
        while (turn != own)
            pthread_cond_wait(&changed, &lock);
        turn = !own;
        pthread_cond_signal(&changed);
        pthread_mutex_unlock(&lock);
    }
}

static void *second_condition(void *none)
{
    take_turns(1);
    return none;
}

static void threads(void)
{
    pthread_t other;
    double start = now();

    for (int k = 0; k < LOCKS; k++) {
        pthread_mutex_lock(&lock);
        pthread_mutex_unlock(&lock);
    }
    report("lock-without-waiting", LOCKS, start);
    start = now();
    for (int k = 0; k < CALLS; k++)
        futex(WAKE, 1);
    report("futex-wake-nobody", CALLS, start);
    start = now();
    pthread_create(&other, NULL, second_futex, NULL);
    hand_over(0);
    pthread_join(other, NULL);
    report("futex-switches", 2.0 * TURNS, start);
    start = now();
    pthread_create(&other, NULL, second_condition, NULL);
    take_turns(0);
    pthread_join(other, NULL);
    report("condition-switches", 2.0 * TURNS, start);
}

/* A byte to a child and back: two switches. */
static void round_trips(const char *name, int in, int out, int child_in, int child_out)
{
    char byte = 1;
    double start = now();

    if (fork() == 0) {
        for (int k = 0; k < TURNS; k++)
            if (read(child_in, &byte, 1) != 1 || write(child_out, &byte, 1) != 1)
                _exit(1);
        _exit(0);
    }
    for (int k = 0; k < TURNS; k++)
        if (write(out, &byte, 1) != 1 || read(in, &byte, 1) != 1)
            _exit(1);
    wait(NULL);
    report(name, TURNS, start);
}

static void stream(const char *name, int from, int to)
{
    long got, done = 0;
    double start = now();

    if (fork() == 0) {
        for (long sent = 0; sent < BYTES; sent += (long)sizeof block)
            if (write(to, block, sizeof block) != (long)sizeof block)
                _exit(1);
        _exit(0);
    }
    while (done < BYTES && (got = read(from, block, sizeof block)) > 0)
        done += got;
    wait(NULL);
    report(name, BYTES, start);
}

static int connect_both(int *other)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0), one = socket(AF_INET, SOCK_STREAM, 0);

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 1) != 0
        || getsockname(listener, (struct sockaddr *)&address, &length) != 0 || connect(one, (struct sockaddr *)&address, length) != 0)
        return -1;
    *other = accept(listener, NULL, NULL);
    close(listener);
    return *other < 0 ? -1 : one;
}

/* Linux's loopback device is off at first. */
static void loopback_on(void)
{
    struct {
        char name[16];
        short flags;
        char rest[22];
    } request;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    memset(&request, 0, sizeof request);
    strcpy(request.name, "lo");
    request.flags = 1;
    syscall(SYS_ioctl, (long)fd, 0x8914l, &request);
    close(fd);
}

int main(void)
{
    int ends[2], back[2], one, other;
    double start = now();

    printf("init is here\n");
    for (int k = 0; k < CALLS; k++)
        syscall(SYS_getppid);
    report("system-calls", CALLS, start);
    threads();
    if (pipe(ends) == 0 && pipe(back) == 0) {
        round_trips("pipe-round-trips", back[0], ends[1], ends[0], back[1]);
        stream("pipe-bytes", ends[0], ends[1]);
    }
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0) {
        round_trips("unix-round-trips", ends[0], ends[0], ends[1], ends[1]);
        stream("unix-bytes", ends[0], ends[1]);
    }
    loopback_on();
    one = connect_both(&other);
    if (one >= 0) {
        round_trips("tcp-round-trips", one, one, other, other);
        stream("tcp-bytes", one, other);
    }
    start = now();
    for (int k = 0; k < 1000; k++) {
        if (fork() == 0)
            _exit(0);
        wait(NULL);
    }
    report("fork-and-wait", 1000, start);
    printf("end\n");
    fflush(stdout);
    sync();
    reboot(RB_POWER_OFF);
    return 0;
}
