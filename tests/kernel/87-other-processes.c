/* What an unprivileged user may do to other processes, to root's and to the machine: next to nothing. */
#include "check.h"
#include <grp.h>
#include <sys/klog.h>
#include <sys/prctl.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/time.h>

static pid_t roots, own;
static char path[64], text[256];

static const char *in_proc(pid_t process, const char *name)
{
    snprintf(path, sizeof path, "/proc/%d/%s", (int)process, name);
    return path;
}

static void outsider(void)
{
    struct rlimit limit = { 10, 10 }, old;
    gid_t group = 100;

    GIVES(0, setgroups(1, &group));
    GIVES(0, setgid(100));
    GIVES(0, setuid(1001));
    FAILS(EPERM, kill(roots, SIGKILL));
    FAILS(EPERM, kill(roots, 0));
    FAILS(EPERM, kill(own, SIGTERM));
    FAILS(EPERM, kill(-roots, SIGKILL));
    FAILS(ESRCH, kill(0x3ffffff, 0));
    FAILS(EPERM, syscall(SYS_tgkill, roots, roots, SIGKILL));
    GIVES(0, kill(getpid(), 0));
    /* In the same session everybody may be told to go on. */
    GIVES(0, kill(own, SIGCONT));
    FAILS(EPERM, prlimit(roots, RLIMIT_NOFILE, NULL, &old));
    FAILS(EPERM, prlimit(own, RLIMIT_NOFILE, &limit, NULL));
    FAILS(EPERM, setpriority(PRIO_PROCESS, roots, 5));
    FAILS(EACCES, setpriority(PRIO_PROCESS, 0, -5));
    GIVES(0, setpriority(PRIO_PROCESS, 0, 5));
    GIVES(5, getpriority(PRIO_PROCESS, 0));
    FAILS(EACCES, setpriority(PRIO_PROCESS, 0, 4));
    FAILS(ESRCH, setpriority(PRIO_PROCESS, 0x3ffffff, 4));
    FAILS(EINVAL, setpriority(3, 0, 4));
    /* /proc shows that it is there, but not what it is at. */
    HOLDS(access(in_proc(roots, "stat"), R_OK) == 0);
    FAILS(EACCES, open(in_proc(roots, "fd"), O_RDONLY));
    FAILS(EACCES, open(in_proc(own, "fd"), O_RDONLY));
    FAILS(EACCES, readlink(in_proc(roots, "exe"), text, sizeof text));
    FAILS(EACCES, readlink(in_proc(roots, "cwd"), text, sizeof text));
    FAILS(EACCES, chdir(in_proc(roots, "cwd")));
    FAILS(EACCES, open(in_proc(roots, "root/tmp"), O_RDONLY));
    FAILS(EACCES, open(in_proc(own, "maps"), O_RDONLY));
    FAILS(EACCES, open(in_proc(own, "fd/1"), O_WRONLY));
    /* Its own process is, though not even dumpable. */
    HOLDS(readlink("/proc/self/cwd", text, sizeof text) > 0);
    HOLDS(open("/proc/self/fd", O_RDONLY) >= 0);
    FAILS(EPERM, reboot(RB_AUTOBOOT));
    FAILS(EPERM, klogctl(3, text, sizeof text));
    FAILS(ESRCH, setpgid(own, own));
}

/* The same user's processes are its own. */
static void owner(void)
{
    struct rlimit old, lower = { 20, 30 }, higher = { 20, 31 };

    GIVES(0, setgroups(0, NULL));
    GIVES(0, setgid(100));
    GIVES(0, setuid(1000));
    GIVES(0, kill(own, 0));
    GIVES(0, setpriority(PRIO_PROCESS, own, 3));
    GIVES(3, getpriority(PRIO_PROCESS, own));
    GIVES(0, prlimit(own, RLIMIT_NOFILE, &lower, &old));
    GIVES(0, prlimit(own, RLIMIT_NOFILE, NULL, &old));
    HOLDS(old.rlim_cur == 20 && old.rlim_max == 30);
    FAILS(EPERM, prlimit(own, RLIMIT_NOFILE, &higher, NULL));
    lower.rlim_cur = 40;
    FAILS(EINVAL, prlimit(own, RLIMIT_NOFILE, &lower, NULL));
    FAILS(EINVAL, prlimit(own, 99, NULL, &old));
    GIVES(0, kill(own, SIGTERM));
}

/* A parent's end, for who asked for it; and who inherits children. */
static void parents(void)
{
    int ends[2], signal_of = 0, status;
    pid_t middle, child = 0;

    GIVES(0, prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
    GIVES(0, pipe(ends));
    middle = fork();
    if (middle == 0) {
        child = fork();
        if (child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGUSR1, 0, 0, 0);
            prctl(PR_GET_PDEATHSIG, &signal_of, 0, 0, 0);
            HOLDS(signal_of == SIGUSR1);
            fflush(stdout);
            write(ends[1], "x", 1);
            for (;;)
                pause();
        }
        read(ends[0], text, 1);
        _exit(0);
    }
    GIVES(middle, waitpid(middle, &status, 0));
    HOLDS(wait(&status) > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGUSR1);
    FAILS(EINVAL, prctl(PR_SET_PDEATHSIG, 65, 0, 0, 0));
    GIVES(0, prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
    FAILS(EINVAL, prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
    GIVES(0, prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    GIVES(1, prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
    FAILS(EINVAL, prctl(12345, 0, 0, 0, 0));
}

static pid_t waiting_as(uid_t user)
{
    int ends[2];
    pid_t child;

    GIVES(0, pipe(ends));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        if (user && (setgroups(0, NULL) || setgid(100) || setuid(user)))
            _exit(1);
        if (!user)
            setpgid(0, 0);
        /* It can be looked into, if at all. */
        prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
        write(ends[1], "x", 1);
        for (;;)
            pause();
    }
    read(ends[0], text, 1);
    close(ends[0]);
    close(ends[1]);
    return child;
}

int main(void)
{
    int status;

    GIVES(0, setpriority(PRIO_PROCESS, 0, 0));
    roots = waiting_as(0);
    own = waiting_as(1000);
    GIVES(0, ending_of(outsider));
    GIVES(0, ending_of(owner));
    HOLDS(waitpid(own, &status, 0) == own && WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    HOLDS(waitpid(roots, &status, WNOHANG) == 0);
    GIVES(0, kill(roots, SIGKILL));
    GIVES(roots, waitpid(roots, &status, 0));
    GIVES(0, ending_of(parents));
    return finish();
}
