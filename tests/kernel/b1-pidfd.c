/* Descriptors for processes: from pidfd_open and clone, poll, signals, waitid, descriptors of others; and what is refused. */
#include "check.h"
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/syscall.h>

#ifndef P_PIDFD
#define P_PIDFD 3
#endif
#define WITH_PIDFD 0x1000

static long open_process(long id, unsigned flags)
{
    return syscall(SYS_pidfd_open, id, flags);
}

static long send(int fd, int number, void *info, unsigned flags)
{
    return syscall(SYS_pidfd_send_signal, fd, number, info, flags);
}

static int ready(int fd, int milliseconds)
{
    struct pollfd p;

    p.fd = fd;
    p.events = POLLIN | POLLOUT;
    p.revents = 0;
    poll(&p, 1, milliseconds);
    return p.revents;
}

static void opening(void)
{
    char name[64];
    int fd = open_process(getpid(), 0), size;

    HOLDS(fd >= 0 && fcntl(fd, F_GETFD) == FD_CLOEXEC);
    GIVES(0, ready(fd, 0));
    FAILS(EINVAL, read(fd, name, 8));
    FAILS(EINVAL, write(fd, name, 8));
    sprintf(name, "/proc/self/fd/%d", fd);
    size = readlink(name, name, sizeof name - 1);
    name[size < 0 ? 0 : size] = 0;
    HOLDS(strcmp(name, "anon_inode:[pidfd]") == 0 || strncmp(name, "pidfd:", 6) == 0);          /* since Linux 6.9 */
    close(fd);
    fd = open_process(getpid(), O_NONBLOCK);
    HOLDS(fd >= 0 && fcntl(fd, F_GETFL) & O_NONBLOCK);
    close(fd);
    FAILS(EINVAL, open_process(0, 0));
    FAILS(EINVAL, open_process(-1, 0));
    FAILS(EINVAL, open_process(getpid(), 1));
    FAILS(ESRCH, open_process(0x3ffffff, 0));
}

static int handled;

static void handler(int number, siginfo_t *info, void *context)
{
    (void)context;
    handled = number;
    HOLDS(info->si_pid == getpid());
}

static void signals(void)
{
    struct sigaction action;
    siginfo_t info;
    int fd = open_process(getpid(), 0), other;

    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGUSR1, &action, NULL);
    GIVES(0, send(fd, 0, NULL, 0));
    GIVES(0, send(fd, SIGUSR1, NULL, 0));
    GIVES(SIGUSR1, handled);
    handled = 0;
    memset(&info, 0, sizeof info);
    info.si_signo = SIGUSR1;
    info.si_code = SI_QUEUE;
    info.si_pid = getpid();
    GIVES(0, send(fd, SIGUSR1, &info, 0));
    GIVES(SIGUSR1, handled);
    FAILS(EINVAL, send(fd, SIGUSR2, &info, 0));
    FAILS(EFAULT, send(fd, SIGUSR1, BAD_ADDRESS, 0));
    FAILS(EINVAL, send(fd, 65, NULL, 0));
    FAILS(EINVAL, send(fd, 0, NULL, 64));
    FAILS(EBADF, send(99, 0, NULL, 0));
    other = open("/dev/null", O_RDONLY);
    FAILS(EBADF, send(other, 0, NULL, 0));
    close(other);
    close(fd);
}

static void ends(void)
{
    siginfo_t info;
    struct epoll_event event;
    int fd, e, status;
    pid_t child = fork();

    if (child == 0) {
        for (;;)
            pause();
    }
    fd = open_process(child, O_NONBLOCK);
    HOLDS(fd >= 0);
    GIVES(0, ready(fd, 0));
    FAILS(EAGAIN, waitid((idtype_t)P_PIDFD, fd, &info, WEXITED));
    GIVES(0, waitid((idtype_t)P_PIDFD, fd, &info, WEXITED | WNOHANG));
    e = epoll_create1(0);
    event.events = EPOLLIN;
    GIVES(0, epoll_ctl(e, EPOLL_CTL_ADD, fd, &event));
    GIVES(0, send(fd, SIGKILL, NULL, 0));
    GIVES(1, epoll_wait(e, &event, 1, -1));
    GIVES(POLLIN, ready(fd, -1));
    GIVES(0, send(fd, 0, NULL, 0));
    GIVES(0, waitid((idtype_t)P_PIDFD, fd, &info, WEXITED));
    GIVES(child, info.si_pid);
    GIVES(CLD_KILLED, info.si_code);
    FAILS(ESRCH, send(fd, 0, NULL, 0));
    FAILS(ECHILD, waitid((idtype_t)P_PIDFD, fd, &info, WEXITED));
    HOLDS(ready(fd, 0) & POLLIN);
    FAILS(ECHILD, waitpid(child, &status, 0));
    FAILS(EBADF, waitid((idtype_t)P_PIDFD, 99, &info, WEXITED));
    FAILS(EBADF, waitid((idtype_t)P_PIDFD, e, &info, WEXITED));
    FAILS(EINVAL, waitid((idtype_t)P_PIDFD, -1, &info, WEXITED));
    close(fd);
    close(e);
    fd = open_process(getpid(), 0);
    FAILS(ECHILD, waitid((idtype_t)P_PIDFD, fd, &info, WEXITED));
    close(fd);
}

static long clone_with(unsigned long flags, int *fd, int *tid)
{
#ifdef __x86_64__
    return syscall(SYS_clone, flags, 0, fd, tid, 0);
#else
    return syscall(SYS_clone, flags, 0, fd, 0, tid);
#endif
}

static void cloning(void)
{
    int fd = -1, status, next = dup(0);
    long child;
    uint64_t arguments[8] = { 0 };

    close(next);
    child = clone_with(WITH_PIDFD | SIGCHLD, &fd, NULL);
    if (child == 0) {
        HOLDS(fcntl(next, F_GETFD) == -1);                                /* only the parent has it */
        fflush(stdout);
        _exit(7);
    }
    HOLDS(child > 0);
    GIVES(next, fd);
    GIVES(FD_CLOEXEC, fcntl(fd, F_GETFD));
    GIVES(POLLIN, ready(fd, -1));
    GIVES(child, waitpid(child, &status, 0));
    GIVES(7, WEXITSTATUS(status));
    close(fd);
    FAILS(EINVAL, clone_with(WITH_PIDFD | CLONE_PARENT_SETTID | SIGCHLD, &fd, NULL));
    FAILS(EFAULT, clone_with(WITH_PIDFD | SIGCHLD, (int *)BAD_ADDRESS, NULL));
    FAILS(ECHILD, waitpid(-1, &status, 0));
    arguments[0] = WITH_PIDFD | CLONE_PARENT_SETTID;
    arguments[1] = (uint64_t)(uintptr_t)&fd;
    arguments[3] = (uint64_t)(uintptr_t)&status;
    arguments[4] = SIGCHLD;
    child = syscall(SYS_clone3, arguments, sizeof arguments);
    if (child == 0)
        _exit(8);
    HOLDS(child > 0 && child == status);
    GIVES(next, fd);
    GIVES(child, waitpid(child, &status, 0));
    GIVES(8, WEXITSTATUS(status));
    HOLDS(ready(fd, 0) & POLLIN);
    close(fd);
}

static void descriptors(void)
{
    int there[2], back[2], fd, got;
    char byte = 0;
    pid_t child;

    pipe(there);
    pipe(back);
    child = fork();
    if (child == 0) {
        int secret = open("secret", O_RDWR | O_CREAT | O_TRUNC, 0600);

        write(secret, "s", 1);
        dup2(secret, 50);
        write(there[1], "x", 1);
        read(back[0], &byte, 1);
        _exit(0);
    }
    GIVES(1, read(there[0], &byte, 1));
    fd = open_process(child, 0);
    got = syscall(SYS_pidfd_getfd, fd, 50, 0);
    HOLDS(got >= 0 && fcntl(got, F_GETFD) == FD_CLOEXEC);
    GIVES(1, pread(got, &byte, 1, 0));
    GIVES('s', byte);
    GIVES(0, lseek(got, 0, SEEK_SET));
    FAILS(EBADF, syscall(SYS_pidfd_getfd, fd, 51, 0));
    FAILS(EINVAL, syscall(SYS_pidfd_getfd, fd, 50, 1));
    FAILS(EBADF, syscall(SYS_pidfd_getfd, got, 50, 0));
    close(got);
    write(back[1], "x", 1);
    GIVES(child, waitpid(child, NULL, 0));
    FAILS(ESRCH, syscall(SYS_pidfd_getfd, fd, 50, 0));
    close(fd);
}

int main(void)
{
    opening();
    signals();
    ends();
    cloning();
    descriptors();
    return finish();
}
