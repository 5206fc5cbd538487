#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The shell's way to the place, with its symbolic links, where that is still the place. */
char *get_current_dir_name(void)
{
    const char *way = getenv("PWD");
    struct stat there, here;

    if (way && *way == '/' && stat(way, &there) == 0 && stat(".", &here) == 0 && there.st_dev == here.st_dev
        && there.st_ino == here.st_ino)
        return strdup(way);
    return getcwd(NULL, 0);
}
