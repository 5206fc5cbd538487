#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(getcwd);
INNER_NAME(stat);
INNER_NAME(strdup);

/* The shell's way to the place, with its symbolic links, where that is still the place. */
char *get_current_dir_name(void)
{
    const char *way = getenv("PWD");
    struct stat there, here;

    if (way && *way == '/' && __stat(way, &there) == 0 && __stat(".", &here) == 0 && there.st_dev == here.st_dev
        && there.st_ino == here.st_ino)
        return __strdup(way);
    return __getcwd(NULL, 0);
}
