#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(fstat);

struct __DIR {
    int fd;
    long at, end;
    long position;
    /* Aligned for the kernel's records. */
    unsigned long buffer[512];
};

DIR *__fdopendir(int fd)
{
    struct stat status;
    DIR *directory;

    if (__fstat(fd, &status) < 0)
        return NULL;
    if (!S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        return NULL;
    }
    directory = malloc(sizeof *directory);
    if (!directory)
        return NULL;
    directory->fd = fd;
    directory->at = directory->end = 0;
    directory->position = 0;
    return directory;
}
PUBLIC_NAME(fdopendir);

DIR *__opendir(const char *path)
{
    /* Not O_DIRECTORY: its number is not the same on all machines. O_NONBLOCK for a pipe's sake. */
    int fd = (int)__sys_result(sys_open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0));
    DIR *directory;

    if (fd < 0)
        return NULL;
    directory = __fdopendir(fd);
    if (!directory)
        sys_close(fd);
    return directory;
}
PUBLIC_NAME(opendir);

struct dirent *__readdir(DIR *directory)
{
    struct dirent *entry;

    if (directory->at >= directory->end) {
        long size = sys_getdents64(directory->fd, directory->buffer, sizeof directory->buffer);
        /* A folder that was removed is at its end. */
        if (size == -ENOENT)
            size = 0;
        if (__sys_result(size) <= 0)
            return NULL;
        directory->at = 0;
        directory->end = size;
    }
    entry = (struct dirent *)((char *)directory->buffer + directory->at);
    directory->at += entry->d_reclen;
    directory->position = entry->d_off;
    return entry;
}
PUBLIC_NAME(readdir);

void __seekdir(DIR *directory, long position)
{
    sys_lseek(directory->fd, position, 0);
    directory->at = directory->end = 0;
    directory->position = position;
}
PUBLIC_NAME(seekdir);

void __rewinddir(DIR *directory)
{
    __seekdir(directory, 0);
}
PUBLIC_NAME(rewinddir);

long __telldir(DIR *directory)
{
    return directory->position;
}
PUBLIC_NAME(telldir);

int __dirfd(DIR *directory)
{
    return directory->fd;
}
PUBLIC_NAME(dirfd);

int __closedir(DIR *directory)
{
    long answer = sys_close(directory->fd);

    free(directory);
    return (int)__sys_result(answer);
}
PUBLIC_NAME(closedir);
