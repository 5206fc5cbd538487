#include <errno.h>
#include <limits.h>
#include <unistd.h>

/* The same for all files. */
static long pathconf_value(int name)
{
    switch (name) {
    case _PC_LINK_MAX: return 127;
    case _PC_MAX_CANON: return 255;
    case _PC_MAX_INPUT: return 255;
    case _PC_NAME_MAX: return NAME_MAX;
    case _PC_PATH_MAX: return PATH_MAX;
    case _PC_PIPE_BUF: return PIPE_BUF;
    case _PC_CHOWN_RESTRICTED: return 1;
    case _PC_NO_TRUNC: return 1;
    case _PC_VDISABLE: return 0;
    }
    errno = EINVAL;
    return -1;
}

long pathconf(const char *path, int name)
{
    (void)path;
    return pathconf_value(name);
}

long fpathconf(int fd, int name)
{
    (void)fd;
    return pathconf_value(name);
}
