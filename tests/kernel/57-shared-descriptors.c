/* Two processes with the same descriptors: one closes what the other one is waiting in; and exec closes only its own. */
#include "check.h"
#include <sys/sendfile.h>
#ifndef CLONE_FILES
#define CLONE_FILES 0x400
#endif

static long clone_with_files(void)
{
    fflush(stdout);
    return syscall(SYS_clone, (long)(CLONE_FILES | SIGCHLD), 0l, 0l, 0l, 0l);
}

enum { SIZE = 200000 };
static char data[SIZE];

/* In the child, while the parent sleeps in a full pipe: closes all that it uses, then empties the pipe. */
static void close_and_read(int from, int to, int end)
{
    long total = 0, got;

    usleep(50000);
    close(from);
    close(to);
    for (int k = 0; k < 40; k++)
        close(open("/dev/null", O_RDONLY));
    for (int k = 0; k < 4; k++)
        dup(end);
    while ((got = read(end, data, sizeof data)) > 0)
        total += got;
    _exit(got == 0 && total > 0 ? 0 : 1);
}

static void check_child(long child)
{
    int status = -1;

    HOLDS(waitpid((pid_t)child, &status, 0) == child);
    HOLDS(status == 0);
}

static void send_from_closed(void)
{
    int ends[2], from;
    long child;

    from = open("data", O_RDONLY);
    HOLDS(from >= 0 && pipe(ends) == 0);
    child = clone_with_files();
    if (child == 0)
        close_and_read(from, ends[1], ends[0]);
    /* Linux stops when the pipe is full. */
    HOLDS(sendfile(ends[1], from, NULL, SIZE) >= 65536);
    check_child(child);
    FAILS(EBADF, write(ends[1], data, 1));
    for (int fd = 3; fd < 20; fd++)
        close(fd);
}

static void write_to_closed(void)
{
    int ends[2];
    long child;

    HOLDS(pipe(ends) == 0);
    child = clone_with_files();
    if (child == 0)
        close_and_read(30, ends[1], ends[0]);
    GIVES(SIZE, write(ends[1], data, SIZE));
    check_child(child);
    for (int fd = 3; fd < 20; fd++)
        close(fd);
}

static void exec_closes_its_own(char *self)
{
    int fd = open("data", O_RDONLY | O_CLOEXEC);
    char *words[] = { self, "closed", NULL };
    long child;

    HOLDS(fd >= 0);
    child = clone_with_files();
    if (child == 0) {
        execv(self, words);
        _exit(9);
    }
    check_child(child);
    HOLDS(fcntl(fd, F_GETFD) == FD_CLOEXEC);
    close(fd);
}

int main(int argc, char **argv)
{
    int fd;

    if (argc > 1)
        return fcntl(3, F_GETFD) == -1 ? 0 : 1;
    for (fd = 3; fd < 20; fd++)
        close(fd);
    fd = open("data", O_WRONLY | O_CREAT, 0644);
    GIVES(SIZE, write(fd, data, SIZE));
    close(fd);
    send_from_closed();
    write_to_closed();
    exec_closes_its_own(argv[0]);
    return finish();
}
