/* Processes: a child does a few calls and ends, one way or the other, and is waited for. And what is not compared. */
#include "sequences.h"
#include "../kernel/threads.h"
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>

static void put_status(int status)
{
    if (WIFEXITED(status))
        note("exited %d", WEXITSTATUS(status));
    else if (WIFSIGNALED(status))
        note("signal %d", WTERMSIG(status));
    else
        note("status %x", (unsigned)status);
}

static void child(int ending)
{
    sequence(any(12));
    if (ending == 0)
        kill(getpid(), SIGKILL);
    if (ending == 1) {
        signal(SIGSEGV, SIG_DFL);
        *(volatile char *)0x30 = 1;
    }
    if (ending == 2)
        abort();
    _exit(ending);
}

/* With descriptors of its own, or the parent's. */
static void have_child(void)
{
    int ending = (int)any(6), shares = any(3) == 0, status;
    static int depth;
    pid_t id;

    if (depth > 1)
        return;
    depth++;
    /* The child's lines come behind this one, and before the wait's. */
    note("fork %d %d", ending, shares);
    id = shares ? (pid_t)syscall(SYS_clone, (long)(0x400 | SIGCHLD), 0l, 0l, 0l, 0l) : fork();
    if (id == 0)
        child(ending);
    depth--;
    if (called(id > 0 && waitpid(id, &status, 0) == id ? 0 : -1, "waitpid") == 0)
        put_status(status);
}

void process_call(void)
{
    struct rlimit l;
    int k = (int)any(4);

    switch (any(8)) {
    case 0:
    case 1:
    case 2: have_child(); break;
    case 3: called(waitpid(-1, NULL, WNOHANG), "waitpid any"); break;
    case 4:
        l.rlim_max = 1024;
        l.rlim_cur = k == 0 ? 10 : k == 1 ? 20 : 100 + any(200);
        called(setrlimit(RLIMIT_NOFILE, &l), "RLIMIT_NOFILE %lu", (unsigned long)l.rlim_cur);
        break;
    case 5: note("umask %o", (unsigned)umask(k & 1 ? 022 : 077)); break;
    case 6: called(k == 0 ? setuid(0) : k == 1 ? setgid(0) : k == 2 ? setresuid(1000, 1000, 1000) : kill(1, SIGKILL), "not allowed %d", k); break;
    default: called(kill(getpid(), 0), "kill self 0");
    }
}

/* ---- Not compared ---- */

static void thread(void *none)
{
    (void)none;
    sequence(20);
}

static void terminal(void)
{
    static const char keys[] = "text\n\003\004\025\177\026x\r";
    int master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK), zero = 0, slave;
    unsigned settings[16];

    ioctl(master, 0x40045431, &zero);
    slave = ioctl(master, 0x5441, (long)(O_RDWR | O_NOCTTY | O_NONBLOCK));
    if (any(2) && ioctl(slave, 0x5401, settings) == 0) {
        settings[any(4)] ^= 1u << any(12);
        ioctl(slave, 0x5402, settings);
    }
    for (int k = 0; k < 6; k++)
        write(master, keys + any(10), any(4));
    read(slave, buffer, any(100));
    write(slave, buffer, any(100));
    read(master, buffer, any(200));
    if (any(3))
        close(any(2) ? master : slave);
}

void wild_call(void)
{
    static const int signals[] = { SIGSTOP, SIGCONT, SIGUSR1, SIGKILL, SIGCHLD, SIGTERM };
    static int words[4];
    struct timespec limit = { 0, any(2000000) };
    struct pollfd p = { any_fd(), POLLIN | POLLOUT, 0 };
    char *program[] = { "/proc/self/exe", "nothing", NULL };
    struct itimerval timer = { { 0, 0 }, { 0, any(5000) } };
    char path[64];
    int k;

    switch (any(14)) {
    case 0: terminal(); break;
    case 1:
        thread_start(thread, NULL);
        break;
    case 2: syscall(SYS_futex, &words[any(4)], (long)any(14), (long)any(3), &limit, &words[any(4)], (long)any(100)); break;
    case 3: kill((pid_t)(getpid() - 3 + (int)any(7)), signals[any(6)]); break;
    case 4: poll(&p, 1, (int)any(3)); break;
    case 5:
        fcntl(p.fd, F_SETFL, 0);
        setitimer(ITIMER_REAL, &timer, NULL);
        read(p.fd, buffer, any(5000));
        break;
    case 6:
        fcntl(p.fd, F_SETFL, 0);
        setitimer(ITIMER_REAL, &timer, NULL);
        write(p.fd, buffer, any(60000));
        break;
    case 7:
        snprintf(path, sizeof path, "/proc/%d/%s", getpid() - 2 + (int)any(5), any(2) ? "fd" : any(2) ? "maps" : "task");
        close(open(path, O_RDONLY | O_NONBLOCK));
        break;
    case 8:
        if (fork() == 0) {
            sequence(any(30));
            execv(any(2) ? "/proc/self/exe" : "/bin/true", program);
            _exit(0);
        }
        break;
    case 9: waitpid(-1, &k, WNOHANG | WUNTRACED); break;
    case 10: syscall(SYS_nanosleep, &limit, 0l); break;
    case 11: sched_yield(); break;
    case 12: setitimer(ITIMER_REAL, &timer, NULL); break;
    default: mremap(arena, (unsigned long)any(ARENA_PAGES) * PAGE, (unsigned long)any(2 * ARENA_PAGES) * PAGE, MREMAP_MAYMOVE);
    }
}
