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
    case _PC_FILESIZEBITS: return 64;
    case _PC_REC_MIN_XFER_SIZE: return 4096;
    case _PC_REC_XFER_ALIGN: return 4096;
    case _PC_ALLOC_SIZE_MIN: return 4096;
    case _PC_2_SYMLINKS: return 1;
    }
    /* What is known and not there, or without a limit, has no errno. */
    if (name < 0 || name > _PC_2_SYMLINKS) errno = EINVAL;
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
