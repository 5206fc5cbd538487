/* Addresses, sizes and times so large that sums with them wrap around. */
#include "check.h"
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/time.h>
#include <time.h>

#define PAGE 4096ul

static void addresses(void)
{
    char *area = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), *other;

    HOLDS(area != MAP_FAILED);
    /* Hints that no program can have are only hints. */
    for (int shift = 0; shift < 3; shift++) {
        other = mmap((void *)(-(PAGE << shift)), 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        HOLDS(other != MAP_FAILED && (unsigned long)other < 1ul << 47);
        other[0] = other[PAGE] = 1;
        HOLDS(munmap(other, 2 * PAGE) == 0);
    }
    other = mmap(KERNEL_ADDRESS, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    HOLDS(other != MAP_FAILED && (unsigned long)other < 1ul << 47);
    FAILS(ENOMEM, mmap((void *)(-2 * PAGE), 2 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
    FAILS(ENOMEM, mmap(NULL, -1ul, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    FAILS(ENOMEM, mmap(NULL, -PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    area[0] = 'a';
    HOLDS(mremap(area, 2 * PAGE, -1ul, MREMAP_MAYMOVE) == MAP_FAILED);
    HOLDS(mremap(area, 2 * PAGE, -PAGE, MREMAP_MAYMOVE) == MAP_FAILED);
    HOLDS(mremap(area, 2 * PAGE, -PAGE, 0) == MAP_FAILED);
    HOLDS(mremap(area, -1ul, PAGE, MREMAP_MAYMOVE) == MAP_FAILED);
    HOLDS(mremap(area, -PAGE, 3 * PAGE, MREMAP_MAYMOVE) == MAP_FAILED);
    HOLDS(area[0] == 'a');
    FAILS(EINVAL, munmap(NULL, -1ul));
    FAILS(EINVAL, munmap(area, -PAGE));
    FAILS(EINVAL, munmap(area, -1ul));
    FAILS(ENOMEM, mprotect(area, -PAGE, PROT_READ));
    HOLDS(area[0] == 'a');
    area[1] = 'b';
}

static void offsets(void)
{
    int fd = open("file", O_RDWR | O_CREAT, 0644);

    HOLDS(write(fd, "text", 4) == 4);
    HOLDS(lseek(fd, 0x7fffffffffffffff, SEEK_CUR) == -1);
    HOLDS(lseek(fd, (off_t)(-0x7fffffffffffffff - 1), SEEK_CUR) == -1);
    GIVES(4, lseek(fd, 0, SEEK_CUR));
    HOLDS(pwrite(fd, "x", 1, 0x7fffffffffffffff) == -1);
    GIVES(0, pread(fd, &fd, 4, 0x7ffffffffffff000));
    close(fd);
}

static volatile int alarms;

static void count(int number)
{
    (void)number;
    alarms++;
}

static void wait_a_little(void)
{
    static const struct itimerval soon = { { 0, 0 }, { 0, 30000 } };

    setitimer(ITIMER_REAL, &soon, NULL);
}

/* For ever is until a signal comes. */
static void times(void)
{
    static const struct timespec longest = { 0x7fffffffffffffff, 999999999 }, wrapping = { 18446744073, 709551616 };
    const struct timespec *forms[] = { &longest, &wrapping };
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = count;
    sigaction(SIGALRM, &action, NULL);
    for (int k = 0; k < 2; k++) {
        struct timespec time = *forms[k];
        struct timeval short_time = { time.tv_sec, time.tv_nsec / 1000 };
        sigset_t set;

        wait_a_little();
        FAILS(EINTR, nanosleep(&time, NULL));
        time = *forms[k];
        wait_a_little();
        FAILS(EINTR, ppoll(NULL, 0, &time, NULL));
        wait_a_little();
        FAILS(EINTR, select(0, NULL, NULL, NULL, &short_time));
        sigemptyset(&set);
        sigaddset(&set, SIGUSR1);
        time = *forms[k];
        wait_a_little();
        FAILS(EINTR, sigtimedwait(&set, NULL, &time));
    }
    HOLDS(alarms == 8);
}

static void names(void)
{
    char name[16];

    HOLDS(prctl(PR_SET_NAME, "a", 0, 0, 0) == 0);
    memset(name, 'x', sizeof name);
    HOLDS(prctl(PR_GET_NAME, name, 0, 0, 0) == 0);
    HOLDS(strcmp(name, "a") == 0);
    for (int k = 1; k < 16; k++)
        HOLDS(name[k] == 0);
}

int main(void)
{
    addresses();
    offsets();
    times();
    names();
    return finish();
}
