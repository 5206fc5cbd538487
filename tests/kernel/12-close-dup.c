/* close, dup, dup2, dup3, fcntl: numbers, and what they share. */
#include "check.h"

int main(void)
{
    char byte;
    int fd, copy, other;

    make_file("file", "0123456789");
    fd = open("file", O_RDWR);
    copy = dup(fd);
    HOLDS(copy > fd);
    GIVES(3, lseek(fd, 3, SEEK_SET));
    GIVES(1, read(copy, &byte, 1));
    HOLDS(byte == '3');
    GIVES(4, lseek(fd, 0, SEEK_CUR));
    GIVES(0, close(fd));
    FAILS(EBADF, close(fd));
    FAILS(EBADF, close(-1));
    FAILS(EBADF, close(100000));
    GIVES(1, read(copy, &byte, 1));

    GIVES(20, dup2(copy, 20));
    GIVES(20, dup2(20, 20));
    FAILS(EBADF, dup2(-1, 20));
    FAILS(EBADF, dup2(fd, fd));
    FAILS(EBADF, dup2(copy, -1));
    FAILS(EBADF, dup2(copy, 1 << 24));
    FAILS(EBADF, dup(fd));
    /* What the number stood for before is closed. */
    other = open("other", O_RDWR | O_CREAT, 0644);
    GIVES(20, dup2(other, 20));
    GIVES(0, lseek(20, 0, SEEK_CUR));
    FAILS(EINVAL, dup3(copy, copy, 0));
    FAILS(EINVAL, dup3(copy, 21, O_APPEND));
    GIVES(21, dup3(copy, 21, O_CLOEXEC));
    GIVES(FD_CLOEXEC, fcntl(21, F_GETFD));
    GIVES(0, fcntl(20, F_GETFD));

    GIVES(30, fcntl(copy, F_DUPFD, 30));
    GIVES(31, fcntl(copy, F_DUPFD, 30));
    GIVES(32, fcntl(copy, F_DUPFD_CLOEXEC, 30));
    GIVES(FD_CLOEXEC, fcntl(32, F_GETFD));
    GIVES(0, fcntl(32, F_SETFD, 0));
    GIVES(0, fcntl(32, F_GETFD));
    GIVES(0, fcntl(32, F_SETFD, FD_CLOEXEC));
    GIVES(FD_CLOEXEC, fcntl(32, F_GETFD));
    GIVES(O_RDWR, fcntl(copy, F_GETFL) & O_ACCMODE);
    GIVES(0, fcntl(copy, F_SETFL, O_APPEND));
    GIVES(O_APPEND, fcntl(30, F_GETFL) & O_APPEND);
    GIVES(0, fcntl(copy, F_SETFL, 0));
    GIVES(0, fcntl(30, F_GETFL) & O_APPEND);
    FAILS(EBADF, fcntl(-1, F_GETFD));
    FAILS(EBADF, fcntl(99, F_DUPFD, 0));
    FAILS(EINVAL, fcntl(copy, F_DUPFD, -1));
    FAILS(EINVAL, fcntl(copy, 12345, 0));
    return finish();
}
