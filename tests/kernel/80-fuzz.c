/* Random system calls with random arguments, as many as the argument says: the kernel goes on, and so do others.
   Children make the calls, as an unprivileged user; one that dies or waits for ever is replaced by the next. Not for a
   machine that is used for anything else. */
#include "check.h"
#include <grp.h>
#include <sys/mman.h>

/* What would end the machine or the test itself, start processes that nobody counts, or only wait. */
static int is_left_out(long number)
{
    static const long left_out[] = {
#ifdef SYS_fork
        SYS_fork, SYS_vfork, SYS_pause,
#endif
        SYS_clone, SYS_clone3, SYS_exit, SYS_exit_group, SYS_kill, SYS_tkill, SYS_tgkill, SYS_reboot, SYS_execve, SYS_setpgid, SYS_setsid,
        SYS_rt_sigsuspend,
    };

    for (size_t k = 0; k < sizeof left_out / sizeof *left_out; k++)
        if (number == left_out[k])
            return 1;
    return 0;
}

struct shared {
    volatile long calls;
    volatile unsigned long random;
    volatile long number;
};

static struct shared *shared;
static char buffer[65536];

static unsigned long any(void)
{
    unsigned long x = shared->random;

    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    return shared->random = x;
}

static long argument(void)
{
    static const char *const paths[] = { "a", "b", "folder/a", "folder", ".", "..", "folder/..", "", "/proc/self",
                                         "/proc/self/exe", "/proc/self/stat", "absent/x", "a/x", "//" };
    unsigned long kind = any() % 16, value = any();

    switch (kind) {
    case 0: return 0;
    case 1: return -1;
    case 2: return (long)(value % 8);
    case 3: return (long)(value % 64);
    case 4: return (long)(value % 5000);
    case 5: return (long)value;
    case 6: return (long)(value & 0xffffffff);
    case 7: return 1l << (value % 64);
    case 8: return (long)(buffer + value % sizeof buffer);
    case 9: return (long)buffer;
    case 10: return (long)(buffer + sizeof buffer - value % 32);
    case 11: return (long)paths[value % (sizeof paths / sizeof *paths)];
    case 12: return (long)KERNEL_ADDRESS + (long)(value % (1 << 24));
    case 13: return (long)((value % 1000000) << 12);
    case 14: return -100;
    default: return -(long)(value % 4096);
    }
}

static void make_calls(long until)
{
    while (shared->calls < until) {
        long number = any() % 8 ? (long)(any() % 460) : (long)any();
        long a = argument(), b = argument(), c = argument(), d = argument(), e = argument(), f = argument();

        if (is_left_out(number))
            continue;
        shared->number = number;
        shared->calls++;
        /* Something to point at. */
        if (any() % 64 == 0)
            for (size_t k = 0; k < sizeof buffer; k += 8)
                *(long *)(buffer + k) = argument();
        syscall(number, a, b, c, d, e, f);
    }
    _exit(0);
}

/* Ends when the child does, which it must when it makes no calls any more. */
static void attend(pid_t child)
{
    long seen = -1;
    int quiet = 0;

    while (waitpid(child, NULL, WNOHANG) == 0) {
        usleep(2000);
        quiet = shared->calls == seen ? quiet + 1 : 0;
        seen = shared->calls;
        if (quiet > 10) {
            kill(child, SIGKILL);
            HOLDS(waitpid(child, NULL, 0) == child);
            return;
        }
    }
}

static void other_program(void)
{
    char text[64];
    int ends[2];

    if (pipe(ends) != 0 || write(ends[1], "well", 4) != 4 || read(ends[0], text, sizeof text) != 4 || memcmp(text, "well", 4) != 0)
        _exit(1);
}

int main(int argc, char **argv)
{
    long wanted = argc > 1 ? atol(argv[1]) : 1000;
    static char own[4096];
    int nothing = open("/dev/null", O_RDWR);

    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    shared->random = argc > 2 ? strtoul(argv[2], NULL, 0) : 88172645463325252ul;
    memset(own, 0x5a, sizeof own);
    make_file("/tmp/unharmed", "unharmed");
    mkdir("play", 0755);
    HOLDS(chdir("play") == 0);
    mkdir("folder", 0777);
    make_file("a", "some text");
    make_file("folder/a", "some more text");
    HOLDS(chmod(".", 0777) == 0 && chmod("folder", 0777) == 0 && chown("a", 1000, 100) == 0);
    fflush(stdout);
    while (shared->calls < wanted) {
        pid_t child = fork();

        HOLDS(child >= 0);
        if (child == 0) {
            /* What it prints by chance is nobody's. */
            dup2(nothing, 0);
            dup2(nothing, 1);
            dup2(nothing, 2);
            open("/dev/zero", O_RDWR);
            setpgid(0, 0);
            if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
                _exit(1);
            make_calls(wanted);
        }
        attend(child);
    }
    for (size_t k = 0; k < sizeof own; k++)
        HOLDS(own[k] == 0x5a);
    HOLDS(strcmp(text_of("/tmp/unharmed"), "unharmed") == 0);
    HOLDS(ending_of(other_program) == 0);
    return finish();
}
