/* O_DIRECTORY, O_NOFOLLOW and O_DIRECT mean the same on machines that number them differently. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void try(const char *what, int fd)
{
    int flags = fd < 0 ? -1 : fcntl(fd, F_GETFL);

    if (fd < 0) printf("%s: %s\n", what, strerror(errno));
    else printf("%s: flags %o\n", what, (unsigned)(flags & (O_ACCMODE | O_APPEND | O_NONBLOCK | O_DIRECTORY | O_NOFOLLOW)));
    if (fd >= 0) close(fd);
}

int main(void)
{
    char name[] = "newXXXXXX";
    int fd;

    close(open("file", O_CREAT | O_WRONLY | O_TRUNC, 0600));
    unlink("link");
    symlink("file", "link");
    try("a directory", open(".", O_RDONLY | O_DIRECTORY));
    try("a file", open("file", O_RDONLY | O_DIRECTORY));
    try("a link", open("link", O_RDONLY | O_NOFOLLOW));
    try("through it", open("link", O_RDONLY));
    try("a file", openat(AT_FDCWD, "file", O_RDWR | O_NOFOLLOW | O_APPEND));
    try("a directory", openat(AT_FDCWD, "file", O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
    fd = open("file", O_RDWR);
    printf("set %d\n", fcntl(fd, F_SETFL, O_APPEND | O_NONBLOCK));
    try("set", fd);
    try("new", mkostemp(name, O_APPEND));
    unlink(name);
    return 0;
}
