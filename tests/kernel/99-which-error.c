/* Where several errors are true, the one that Linux gives; and what files say of themselves that never had a name. */
#include "check.h"
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/timerfd.h>

static void names(void)
{
    make_file("file", "text");
    GIVES(0, mkdir("folder", 0755));
    GIVES(0, symlink("nowhere", "link"));
    FAILS(EEXIST, mkdir("file/", 0755));
    FAILS(EEXIST, mkdir("link/", 0755));
    FAILS(EISDIR, open("file/", O_CREAT | O_RDWR, 0644));
    FAILS(EISDIR, open("link/", O_CREAT | O_RDWR, 0644));
    FAILS(EISDIR, open("folder/", O_CREAT | O_EXCL | O_RDWR, 0644));
    FAILS(EEXIST, open("./", O_CREAT | O_EXCL | O_RDWR, 0644));
    FAILS(ENOENT, open("", O_RDONLY));
    FAILS(ENOENT, openat(77, "", O_RDONLY));
    FAILS(ENOENT, unlinkat(77, "", 0));
    FAILS(ENOENT, readlink("", (char[8]){ 0 }, 8));
    FAILS(EBUSY, rename("absent", ".."));
    FAILS(EBUSY, rename("..", "folder/"));
    FAILS(EEXIST, renameat2(AT_FDCWD, "absent", AT_FDCWD, ".", 1));
    FAILS(ENOTDIR, rename("file", "new/"));
    FAILS(ENOENT, link("folder", "absent/x"));
    FAILS(EEXIST, link("folder", "file"));
    FAILS(EPERM, link("folder", "new"));
    FAILS(ENOTDIR, rmdir("link/"));
    FAILS(ENOTDIR, unlink("link/"));
    FAILS(ENOTDIR, unlink("file/"));
    FAILS(ENOTEMPTY, rmdir("/.."));
}

static void transfers(void)
{
    int ends[2], file = open("file", O_RDWR), reader = open("file", O_RDONLY), left = 0;
    long offset = -1;
    char byte;

    GIVES(0, pipe(ends));
    FAILS(EINVAL, pread(77, &byte, 1, -1));
    FAILS(EINVAL, pwrite(ends[1], "x", 1, -1));
    FAILS(EINVAL, ftruncate(77, -1));
    FAILS(EINVAL, syscall(SYS_copy_file_range, (long)ends[0], 0l, (long)reader, 0l, 10l, 0l));
    FAILS(EBADF, syscall(SYS_copy_file_range, (long)file, 0l, (long)reader, 0l, 10l, 0l));
    FAILS(ESPIPE, sendfile(77, ends[0], &offset, 10));
    FAILS(EINVAL, sendfile(77, file, &offset, 10));
    FAILS(EBADF, sendfile(77, file, NULL, 10));
    FAILS(EOPNOTSUPP, fallocate(reader, 2, 0, 10));
    FAILS(EBADF, fallocate(reader, 0, 0, 10));
    GIVES(100, lseek(file, 100, SEEK_SET));
    GIVES(0, ioctl(file, FIONREAD, &left));
    GIVES(-96, left);
    FAILS(EINVAL, lseek(open(".", O_RDONLY), 10, SEEK_END));
    GIVES(0, lseek(open("/dev/null", O_RDONLY), 10, SEEK_SET));
    GIVES(0, lseek(eventfd(0, 0), 10, SEEK_SET));
}

static void events(void)
{
    struct epoll_event event = { EPOLLIN, { 0 } };
    struct timeval zero = { 0, 0 };
    struct itimerspec time = { { 0, 0 }, { 0, 0 } };
    int path = open("file", O_PATH), epoll = epoll_create1(0), ends[2], fifo;
    struct pollfd p = { path, POLLIN, 0 };
    struct stat status;
    fd_set set;

    FAILS(EPERM, epoll_ctl(epoll, EPOLL_CTL_ADD, open("/dev/null", O_RDWR), &event));
    FAILS(EBADF, epoll_ctl(epoll, EPOLL_CTL_ADD, path, &event));
    FAILS(EBADF, epoll_wait(path, &event, 1, 0));
    FAILS(EBADF, timerfd_settime(path, 0, &time, NULL));
    GIVES(1, poll(&p, 1, 0));
    GIVES(POLLNVAL, p.revents);
    FD_ZERO(&set);
    FD_SET(path, &set);
    GIVES(1, select(path + 1, &set, NULL, NULL, &zero));
    FD_ZERO(&set);
    FD_SET(77, &set);
    FAILS(EBADF, select(78, &set, NULL, NULL, &zero));
    GIVES(0, pipe(ends));
    HOLDS(fstat(ends[0], &status) == 0 && status.st_nlink == 1);
    HOLDS(fstat(eventfd(0, 0), &status) == 0 && status.st_nlink == 1);
    /* Nobody has hung up who was never there. */
    GIVES(0, mkfifo("fifo", 0644));
    fifo = open("fifo", O_RDONLY | O_NONBLOCK);
    p.fd = fifo;
    GIVES(0, poll(&p, 1, 0));
    close(open("fifo", O_WRONLY));
    GIVES(1, poll(&p, 1, 0));
    GIVES(POLLHUP, p.revents);
}

/* The limit is the process's, not its table's; and nothing is made that could not be opened. */
static void limits(void)
{
    struct rlimit none = { 3, 1024 };
    int status;
    long child = syscall(SYS_clone, (long)(0x400 | SIGCHLD), 0l, 0l, 0l, 0l);

    if (child == 0) {
        if (setrlimit(RLIMIT_NOFILE, &none) != 0)
            _exit(1);
        _exit(open("never", O_CREAT | O_RDWR, 0644) >= 0 || errno != EMFILE || access("never", F_OK) == 0);
    }
    HOLDS(child > 0 && waitpid((pid_t)child, &status, 0) == child && status == 0);
    HOLDS(dup(0) >= 3);
}

int main(void)
{
    names();
    transfers();
    events();
    limits();
    return finish();
}
