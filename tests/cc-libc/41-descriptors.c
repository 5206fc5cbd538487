/* open, read, write, lseek, dup, dup2, pipe, close, and their errors. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    const char *path = "cc-libc-41.tmp";
    char buffer[20] = "";
    int fd, copy, ends[2];

    fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0644);
    printf("%ld\n", (long)write(fd, "0123456789", 10));
    printf("%ld\n", (long)lseek(fd, 3, SEEK_SET));
    printf("%ld", (long)read(fd, buffer, 4));
    printf(" %s\n", buffer);
    printf("%ld\n", (long)lseek(fd, -1, SEEK_END));
    printf("%ld\n", (long)read(fd, buffer, 4));
    printf("%ld\n", (long)read(fd, buffer, 4));
    copy = dup(fd);
    lseek(fd, 5, SEEK_SET);
    printf("%ld\n", (long)lseek(copy, 0, SEEK_CUR));
    close(copy);
    printf("%d\n", dup2(fd, 20));
    printf("%ld\n", (long)read(20, buffer, 2));
    close(20);
    errno = 0;
    printf("%ld", (long)read(20, buffer, 2));
    printf(" %d\n", errno == EBADF);
    close(fd);
    errno = 0;
    printf("%d", open("no/such/file", O_RDONLY));
    printf(" %d\n", errno == ENOENT);
    errno = 0;
    printf("%d", open(path, O_WRONLY | O_CREAT | O_EXCL, 0600));
    printf(" %d\n", errno == EEXIST);
    fd = open(path, O_WRONLY | O_APPEND);
    write(fd, "end", 3);
    printf("%ld\n", (long)lseek(fd, 0, SEEK_CUR));
    close(fd);
    printf("%d\n", pipe(ends));
    write(ends[1], "through", 7);
    close(ends[1]);
    printf("%ld", (long)read(ends[0], buffer, sizeof buffer));
    printf(" %.7s\n", buffer);
    printf("%ld\n", (long)read(ends[0], buffer, sizeof buffer));
    close(ends[0]);
    printf("%d %d\n", isatty(0) == 1, getpid() > 0);
    printf("%d", unlink(path));
    errno = 0;
    printf(" %d", unlink(path));
    printf(" %d\n", errno == ENOENT);
    return 0;
}
