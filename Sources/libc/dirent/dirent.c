#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../internal/sys.h"

struct __DIR {
    int fd;
    long at, end;
    long position;
    /* Aligned for the kernel's records. */
    unsigned long buffer[512];
};

DIR *fdopendir(int fd)
{
    struct stat status;
    DIR *directory;

    if (fstat(fd, &status) < 0)
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

DIR *opendir(const char *path)
{
    /* Not O_DIRECTORY: its number is not the same on all machines. O_NONBLOCK for a pipe's sake. */
    int fd = (int)__sys_result(sys_open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0));
    DIR *directory;

    if (fd < 0)
        return NULL;
    directory = fdopendir(fd);
    if (!directory)
        sys_close(fd);
    return directory;
}

struct dirent *readdir(DIR *directory)
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

void seekdir(DIR *directory, long position)
{
    sys_lseek(directory->fd, position, 0);
    directory->at = directory->end = 0;
    directory->position = position;
}

void rewinddir(DIR *directory)
{
    seekdir(directory, 0);
}

long telldir(DIR *directory)
{
    return directory->position;
}

int dirfd(DIR *directory)
{
    return directory->fd;
}

int closedir(DIR *directory)
{
    long answer = sys_close(directory->fd);

    free(directory);
    return (int)__sys_result(answer);
}
