#include <sys/ipc.h>
#include <sys/stat.h>
#include "../internal/names.h"

INNER_NAME(stat);

key_t ftok(const char *path, int project)
{
    struct stat status;

    if (__stat(path, &status) < 0) return -1;
    return (key_t)((unsigned int)(project & 0xff) << 24 | (unsigned int)(status.st_dev & 0xff) << 16
                   | (unsigned int)(status.st_ino & 0xffff));
}
