/* signalfd: what is read of sent signals, waiting for one, poll, another set, wrong arguments. */
#include "check.h"
#include <poll.h>
#include <stdint.h>

struct record {
    uint32_t number;
    int32_t error, code;
    uint32_t sender, user;
    uint8_t between[20];
    int32_t status;
    uint8_t rest[84];
};

static long make(int fd, unsigned long set, int flags)
{
    return syscall(SYS_signalfd4, fd, &set, 8, flags);
}

static unsigned long bit(int number)
{
    return 1UL << (number - 1);
}

static int ready(int fd, int milliseconds)
{
    struct pollfd p;

    p.fd = fd;
    p.events = POLLIN;
    p.revents = 0;
    poll(&p, 1, milliseconds);
    return p.revents;
}

int main(void)
{
    struct record r[3];
    sigset_t blocked;
    int fd, status, pipe_ends[2];
    pid_t child;

    GIVES(128, sizeof r[0]);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    sigaddset(&blocked, SIGUSR2);
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_BLOCK, &blocked, NULL);

    fd = make(-1, bit(SIGUSR1) | bit(SIGCHLD) | bit(SIGKILL), O_NONBLOCK | O_CLOEXEC);
    HOLDS(fd >= 0 && fcntl(fd, F_GETFD) == FD_CLOEXEC);
    FAILS(EAGAIN, read(fd, r, sizeof r));
    GIVES(0, ready(fd, 0));
    kill(getpid(), SIGUSR2);
    FAILS(EAGAIN, read(fd, r, sizeof r));
    kill(getpid(), SIGUSR1);
    GIVES(POLLIN, ready(fd, 0));
    FAILS(EINVAL, read(fd, r, 127));
    GIVES(128, read(fd, r, sizeof r));
    HOLDS(r[0].number == SIGUSR1 && r[0].code == SI_USER && r[0].sender == (uint32_t)getpid() && r[0].user == getuid());
    GIVES(0, ready(fd, 0));

    /* Another set; two at once. */
    GIVES(fd, make(fd, bit(SIGUSR1) | bit(SIGUSR2) | bit(SIGCHLD), 0));
    kill(getpid(), SIGUSR1);
    GIVES(256, read(fd, r, sizeof r));
    HOLDS(r[0].number == SIGUSR1 && r[1].number == SIGUSR2);

    /* A child's end wakes poll, and a reader that waits. */
    child = fork();
    if (child == 0) {
        usleep(20000);
        _exit(9);
    }
    GIVES(POLLIN, ready(fd, -1));
    GIVES(128, read(fd, r, sizeof r));
    HOLDS(r[0].number == SIGCHLD && r[0].code == CLD_EXITED && r[0].sender == (uint32_t)child && r[0].status == 9);
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, fcntl(fd, F_SETFL, 0));
    child = fork();
    if (child == 0) {
        usleep(20000);
        kill(getppid(), SIGUSR2);
        pause();
    }
    GIVES(128, read(fd, r, sizeof r));
    HOLDS(r[0].number == SIGUSR2 && r[0].sender == (uint32_t)child);
    kill(child, SIGKILL);
    GIVES(child, waitpid(child, &status, 0));
    GIVES(128, read(fd, r, sizeof r));
    HOLDS(r[0].number == SIGCHLD && r[0].code == CLD_KILLED && r[0].status == SIGKILL);

    GIVES(0, pipe(pipe_ends));
    FAILS(EINVAL, make(pipe_ends[0], 0, 0));
    FAILS(EBADF, make(99, 0, 0));
    FAILS(EINVAL, make(-1, 0, 1));
    FAILS(EINVAL, syscall(SYS_signalfd4, -1, &blocked, 4, 0));
    FAILS(EFAULT, syscall(SYS_signalfd4, -1, BAD_ADDRESS, 8, 0));
    FAILS(EINVAL, write(fd, r, 128));
    close(fd);
    return finish();
}
