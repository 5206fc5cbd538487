/* Policies and turns, prctl, unshare, older calls for times, statx, epoll_pwait2: what they give, and what they refuse. */
#include "check.h"
#include <sched.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>

struct attributes {
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t runtime, deadline, period;
    uint32_t more[4];
};

static void policies(void)
{
    struct attributes a = { 0 };
    struct timespec turn = { -1, -1 };
    int before;

    GIVES(0, syscall(SYS_sched_getattr, 0, &a, 48, 0));
    GIVES(48, a.size);
    GIVES(SCHED_OTHER, a.policy);
    before = a.nice;
    FAILS(EINVAL, syscall(SYS_sched_getattr, 0, &a, 47, 0));
    FAILS(EINVAL, syscall(SYS_sched_getattr, 0, &a, 48, 1));
    FAILS(EINVAL, syscall(SYS_sched_getattr, -1, &a, 48, 0));
    FAILS(EINVAL, syscall(SYS_sched_getattr, 0, NULL, 48, 0));
    FAILS(ESRCH, syscall(SYS_sched_getattr, 0x3ffffff, &a, 48, 0));
    memset(&a, 0, sizeof a);
    a.size = 48;
    a.nice = before + 1;
    GIVES(0, syscall(SYS_sched_setattr, 0, &a, 0));
    GIVES(0, syscall(SYS_sched_getattr, getpid(), &a, 48, 0));
    GIVES(before + 1, a.nice);
    a.policy = 77;
    FAILS(EINVAL, syscall(SYS_sched_setattr, 0, &a, 0));
    a.policy = SCHED_OTHER;
    a.priority = 1;
    FAILS(EINVAL, syscall(SYS_sched_setattr, 0, &a, 0));
    FAILS(EINVAL, syscall(SYS_sched_setattr, 0, &a, 1));
    FAILS(EINVAL, syscall(SYS_sched_setattr, 0, NULL, 0));
    a.size = 40;
    FAILS(E2BIG, syscall(SYS_sched_setattr, 0, &a, 0));
    HOLDS(a.size >= 48);
    GIVES(0, sched_rr_get_interval(0, &turn));
    HOLDS(turn.tv_sec == 0 && turn.tv_nsec >= 0);
    FAILS(EINVAL, sched_rr_get_interval(-1, &turn));
    FAILS(ESRCH, sched_rr_get_interval(0x3ffffff, &turn));
}

static void about_oneself(void)
{
    GIVES(0, prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
    GIVES(0, prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0));
    GIVES(1, prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
    GIVES(16, prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
    GIVES(0, prctl(PR_SET_KEEPCAPS, 0, 0, 0, 0));
    GIVES(0, prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
    FAILS(EINVAL, prctl(PR_SET_KEEPCAPS, 2, 0, 0, 0));
    FAILS(EPERM, prctl(PR_SET_SECUREBITS, 0x1000000, 0, 0, 0));
    GIVES(50000, prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
    GIVES(0, prctl(PR_SET_TIMERSLACK, 1000, 0, 0, 0));
    GIVES(1000, prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
    GIVES(0, prctl(PR_SET_TIMERSLACK, 0, 0, 0, 0));
    GIVES(50000, prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
    GIVES(0, prctl(PR_GET_TIMING, 0, 0, 0, 0));
    GIVES(0, prctl(PR_SET_TIMING, 0, 0, 0, 0));
    FAILS(EINVAL, prctl(PR_SET_TIMING, 1, 0, 0, 0));
    GIVES(0, prctl(PR_GET_SECCOMP, 0, 0, 0, 0));
    GIVES(0, prctl(PR_CAP_AMBIENT, 1, 0, 0, 0));
    GIVES(0, prctl(PR_CAP_AMBIENT, 4, 0, 0, 0));
    FAILS(EPERM, prctl(PR_CAP_AMBIENT, 2, 0, 0, 0));
    FAILS(EINVAL, prctl(PR_CAP_AMBIENT, 9, 0, 0, 0));
    FAILS(EINVAL, prctl(PR_CAP_AMBIENT, 1, 99, 0, 0));
    FAILS(EINVAL, prctl(PR_CAP_AMBIENT, 1, 0, 1, 0));
    FAILS(EINVAL, prctl(9999, 0, 0, 0, 0));
}

static void sharing(void)
{
    int status, fd = open("kept", O_RDWR | O_CREAT, 0600);
    long child;

    GIVES(0, unshare(0));
    GIVES(0, unshare(CLONE_FILES | CLONE_FS));
    FAILS(EINVAL, unshare(0x1));
    FAILS(EINVAL, unshare(CLONE_PARENT_SETTID));
    GIVES(0, syscall(SYS_unshare, CLONE_VM | CLONE_SIGHAND | CLONE_THREAD));
    child = syscall(SYS_clone, CLONE_FILES | CLONE_FS | SIGCHLD, 0, 0, 0, 0);
    if (child == 0) {
        mkdir("elsewhere", 0755);
        HOLDS(unshare(CLONE_FILES | CLONE_FS) == 0 && close(fd) == 0 && chdir("elsewhere") == 0);
        fflush(stdout);
        _exit(0);
    }
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, status);
    GIVES(0, fcntl(fd, F_GETFD));
    GIVES(0, access("kept", F_OK));
    close(fd);
}

static void times(void)
{
#ifdef __x86_64__
    struct stat s;
    struct timeval t[2] = { { 100, 5 }, { 200, 6 } };
    long seconds[2] = { 300, 400 };

    make_file("timed", "");
    GIVES(0, syscall(SYS_utimes, "timed", t));
    HOLDS(stat("timed", &s) == 0 && s.st_atim.tv_sec == 100 && s.st_atim.tv_nsec == 5000 && s.st_mtim.tv_sec == 200);
    t[0].tv_usec = 1000000;
    FAILS(EINVAL, syscall(SYS_utimes, "timed", t));
    GIVES(0, syscall(SYS_utime, "timed", seconds));
    HOLDS(stat("timed", &s) == 0 && s.st_atim.tv_sec == 300 && s.st_mtim.tv_sec == 400);
    GIVES(0, syscall(SYS_futimesat, AT_FDCWD, "timed", NULL));
    HOLDS(stat("timed", &s) == 0 && s.st_mtim.tv_sec != 400);
    FAILS(ENOENT, syscall(SYS_utime, "nothing", NULL));
    FAILS(ENOENT, syscall(SYS_utimes, "nothing", NULL));
    FAILS(EFAULT, syscall(SYS_utime, "timed", BAD_ADDRESS));
    FAILS(EFAULT, syscall(SYS_utimes, BAD_ADDRESS, NULL));
    FAILS(EBADF, syscall(SYS_futimesat, 99, "timed", NULL));
#endif
    FAILS(EINVAL, syscall(SYS_utimensat, AT_FDCWD, "timed", NULL, 1));
}

struct stat_more {
    uint32_t mask, block_size;
    uint64_t attributes;
    uint32_t links, user, group;
    uint16_t mode, pad;
    uint64_t number, size, blocks, attributes_mask;
    struct { int64_t seconds; uint32_t nanoseconds, pad; } accessed, born, changed, modified;
    uint32_t rmajor, rminor, major, minor;
    uint64_t mount, more[13];
};

static void more_of_files(void)
{
    struct stat_more s;

    make_file("born", "1234567");
    memset(&s, 0xee, sizeof s);
    GIVES(0, syscall(SYS_statx, AT_FDCWD, "born", 0, 0x1fff, &s));
    HOLDS((s.mask & 0x17ff) == 0x17ff);
    HOLDS(s.size == 7 && s.links == 1 && S_ISREG(s.mode) && s.more[12] == 0);
    HOLDS(s.attributes_mask & 0x2000 && !(s.attributes & 0x2000));
    if (s.mask & 0x800)
        HOLDS(s.born.seconds == s.changed.seconds || s.born.seconds == s.changed.seconds - 1);
    GIVES(0, syscall(SYS_statx, AT_FDCWD, "/", 0, 0, &s));
    HOLDS(s.attributes & 0x2000);
    GIVES(0, syscall(SYS_statx, AT_FDCWD, "/proc", 0, 0, &s));
    HOLDS(s.attributes & 0x2000);
}

static void waiting(void)
{
    struct epoll_event event;
    struct timespec t = { 0, 1000000 };
    int e = epoll_create1(0);

    GIVES(0, syscall(SYS_epoll_pwait2, e, &event, 1, &t, NULL, 8));
    t.tv_nsec = 0;
    GIVES(0, syscall(SYS_epoll_pwait2, e, &event, 1, &t, NULL, 8));
    t.tv_nsec = 1000000000;
    FAILS(EINVAL, syscall(SYS_epoll_pwait2, e, &event, 1, &t, NULL, 8));
    FAILS(EFAULT, syscall(SYS_epoll_pwait2, e, &event, 1, BAD_ADDRESS, NULL, 8));
    FAILS(EINVAL, syscall(SYS_epoll_pwait2, e, &event, 0, NULL, NULL, 8));
    close(e);
}

int main(void)
{
    about_oneself();
    sharing();
    times();
    more_of_files();
    waiting();
    policies();
    return finish();
}
