#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(getcwd);
INNER_NAME(lstat);
INNER_NAME(readlink);
INNER_NAME(strdup);

/* Walks the path component by component; what a symbolic link says is put before the rest. */
char *__realpath(const char *path, char *resolved)
{
    char rest[PATH_MAX], target[PATH_MAX], done[PATH_MAX];
    size_t used = 0;
    int links = 0;

    if (!path || strlen(path) >= sizeof rest) {
        errno = path ? ENAMETOOLONG : EINVAL;
        return NULL;
    }
    if (!*path) {
        errno = ENOENT;
        return NULL;
    }
    strcpy(rest, path);
    if (rest[0] != '/') {
        if (!__getcwd(done, sizeof done))
            return NULL;
        used = strlen(done);
        if (used == 1)
            used = 0;
    }
    while (rest[0]) {
        char *name = rest + strspn(rest, "/");
        size_t size = strcspn(name, "/");
        struct stat status;
        ssize_t target_size;

        if (size == 0)
            break;
        if (size == 1 && name[0] == '.') {
            memmove(rest, name + size, strlen(name + size) + 1);
            continue;
        }
        if (size == 2 && name[0] == '.' && name[1] == '.') {
            while (used > 0 && done[--used] != '/')
                ;
            memmove(rest, name + size, strlen(name + size) + 1);
            continue;
        }
        if (used + size + 2 > sizeof done) {
            errno = ENAMETOOLONG;
            return NULL;
        }
        done[used] = '/';
        memcpy(done + used + 1, name, size);
        done[used + 1 + size] = 0;
        if (__lstat(done, &status) < 0)
            return NULL;
        if (!S_ISLNK(status.st_mode)) {
            if (name[size] == '/' && !S_ISDIR(status.st_mode)) {
                errno = ENOTDIR;
                return NULL;
            }
            used += size + 1;
            memmove(rest, name + size, strlen(name + size) + 1);
            continue;
        }
        target_size = __readlink(done, target, sizeof target);
        if (target_size < 0)
            return NULL;
        if (++links > SYMLOOP_MAX) {
            errno = ELOOP;
            return NULL;
        }
        if ((size_t)target_size + strlen(name + size) + 1 > sizeof rest) {
            errno = ENAMETOOLONG;
            return NULL;
        }
        memmove(rest + target_size, name + size, strlen(name + size) + 1);
        memcpy(rest, target, (size_t)target_size);
        if (target[0] == '/')
            used = 0;
    }
    if (used == 0)
        done[used++] = '/';
    done[used] = 0;
    return resolved ? strcpy(resolved, done) : __strdup(done);
}
PUBLIC_NAME(realpath);
