#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/mman.h>
#include "../internal/sys.h"

/* Shared memory objects are files of a file system in memory. */
static int shm_path(const char *name, char path[NAME_MAX + 10])
{
    while (*name == '/') name++;
    if (!*name || strchr(name, '/') || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) return -EINVAL;
    if (strlen(name) > NAME_MAX) return -ENAMETOOLONG;
    strcpy(path, "/dev/shm/");
    strcat(path, name);
    return 0;
}

int shm_open(const char *name, int flags, mode_t mode)
{
    char path[NAME_MAX + 10];
    int error = shm_path(name, path);

    if (error) return (int)__sys_result(error);
    return (int)__sys_result(sys_open(path, flags | O_CLOEXEC | O_NONBLOCK, (int)mode));
}

int shm_unlink(const char *name)
{
    char path[NAME_MAX + 10];
    int error = shm_path(name, path);

    return (int)__sys_result(error ? error : sys_unlink(path));
}
