#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include "../internal/sys.h"
#include "../internal/tempname.h"

int __open_new(char *name, int suffix, int flags)
{
    size_t size = strlen(name);
    char *letters = name + size - 6 - suffix;
    int tries;

    if (suffix < 0 || size < (size_t)suffix + 6 || memcmp(letters, "XXXXXX", 6) != 0) {
        errno = EINVAL;
        return -1;
    }
    for (tries = 0; tries < 100; tries++) {
        long fd;
        __random_letters(letters);
        fd = sys_open(name, __open_flags((flags & ~O_ACCMODE) | O_RDWR | O_CREAT | O_EXCL), 0600);
        if (fd != -EEXIST)
            return (int)__sys_result(fd);
    }
    errno = EEXIST;
    return -1;
}
