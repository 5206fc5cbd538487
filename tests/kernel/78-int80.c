/* amd64: system calls by int $0x80, with signals that come while they wait. Their handlers have the right arguments, the
   registers are as they were, and the call is made again. */
#include "check.h"
#include <sys/mman.h>
#include <sys/time.h>

#ifdef __x86_64__

#define LOW ((unsigned char *)0x10000000)

static volatile int wrong, alarms;

static void handler(int number, siginfo_t *info, void *context)
{
    if (number != SIGALRM || info->si_signo != SIGALRM || context == NULL)
        wrong++;
    alarms++;
}

/* read(fd, buffer, size) by the 32-bit machine's call; then whether rdi and rsi are what they were. */
static const unsigned char code[] = {
    0x53,                                   /* push rbx */
    0x48, 0x89, 0xd1,                       /* mov rcx, rdx: size, for the moment */
    0x48, 0x89, 0xfb,                       /* mov rbx, rdi: fd */
    0x48, 0x89, 0xca,                       /* mov rdx, rcx */
    0x48, 0x89, 0xf1,                       /* mov rcx, rsi: buffer */
    0x48, 0xc7, 0xc7, 0x11, 0x11, 0, 0,     /* mov rdi, 0x1111 */
    0x48, 0xc7, 0xc6, 0x22, 0x22, 0, 0,     /* mov rsi, 0x2222 */
    0xb8, 3, 0, 0, 0,                       /* mov eax, 3 */
    0xcd, 0x80,                             /* int 0x80 */
    0x48, 0x81, 0xff, 0x11, 0x11, 0, 0,     /* cmp rdi, 0x1111 */
    0x75, 0x0b,                             /* jne bad */
    0x48, 0x81, 0xfe, 0x22, 0x22, 0, 0,     /* cmp rsi, 0x2222 */
    0x75, 0x02,                             /* jne bad */
    0x5b, 0xc3,                             /* pop rbx; ret */
    0x48, 0xc7, 0xc0, 0x18, 0xfc, 0xff, 0xff, /* bad: mov rax, -1000 */
    0x5b, 0xc3,
};

/* The C convention of gcc and that of minicc pass arguments in different registers: the code takes them from memory. */
static const unsigned char entry[] = {
    0x48, 0x8b, 0x3c, 0x25, 0x00, 0x08, 0x00, 0x10,   /* mov rdi, [0x10000800] */
    0x48, 0x8b, 0x34, 0x25, 0x08, 0x08, 0x00, 0x10,   /* mov rsi, [0x10000808] */
    0x48, 0x8b, 0x14, 0x25, 0x10, 0x08, 0x00, 0x10,   /* mov rdx, [0x10000810] */
};

static const unsigned char keep[] = { 0x57, 0x56, 0x52, 0x51 };        /* push rdi, rsi, rdx, rcx */
static const unsigned char restore[] = { 0x59, 0x5a, 0x5e, 0x5f };     /* pop them */

static long old_read(int fd, char *buffer, long size)
{
    unsigned char *at = LOW, *call;
    long *words = (long *)(LOW + 0x800);

    words[0] = fd;
    words[1] = (long)buffer;
    words[2] = size;
    memcpy(at, keep, sizeof keep);
    at += sizeof keep;
    memcpy(at, entry, sizeof entry);
    at += sizeof entry;
    *at++ = 0xe8;                                        /* call what lies behind the return */
    at[0] = 4 + 8 + 1, at[1] = at[2] = at[3] = 0;
    at += 4;
    memcpy(at, "\x48\x89\x04\x25\x18\x08\x00\x10", 8);   /* mov [0x10000818], rax */
    at += 8;
    memcpy(at, restore, sizeof restore);
    at += sizeof restore;
    *at++ = 0xc3;
    call = at;
    memcpy(call, code, sizeof code);
    ((void (*)(void))LOW)();
    return words[3];
}

static void check(void)
{
    static const struct itimerval soon = { { 0, 20000 }, { 0, 20000 } }, never;
    struct sigaction action;
    char *buffer = (char *)LOW + 0xc00;
    int ends[2], status;
    pid_t child;

    HOLDS(mmap(LOW, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == (void *)LOW);
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigaction(SIGALRM, &action, NULL);
    HOLDS(pipe(ends) == 0);
    fflush(stdout);
    child = fork();
    if (child == 0) {
        usleep(100000);
        _exit(write(ends[1], "text", 4) == 4 ? 0 : 1);
    }
    setitimer(ITIMER_REAL, &soon, NULL);
    GIVES(4, old_read(ends[0], buffer, 64));
    setitimer(ITIMER_REAL, &never, NULL);
    HOLDS(memcmp(buffer, "text", 4) == 0);
    HOLDS(wrong == 0 && alarms > 0);
    HOLDS(waitpid(child, &status, 0) == child && status == 0);

    /* Without SA_RESTART the call says that it was interrupted. */
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &soon, NULL);
    GIVES(-EINTR, old_read(ends[0], buffer, 64));
    setitimer(ITIMER_REAL, &never, NULL);
    HOLDS(wrong == 0);
}

#else

static void check(void)
{
}

#endif

int main(void)
{
    check();
    return finish();
}
