/* chmod, fchmod, umask. */
#include "check.h"

static int mode_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? (int)(status.st_mode & 07777) : -1;
}

int main(void)
{
    int fd;

    umask(027);
    GIVES(027, umask(0));
    fd = open("all", O_WRONLY | O_CREAT, 0666);
    close(fd);
    HOLDS(mode_of("all") == 0666);
    GIVES(0, umask(077));
    fd = open("mine", O_WRONLY | O_CREAT, 0777);
    HOLDS(mode_of("mine") == 0700);
    /* The mask holds permissions only. */
    GIVES(077, umask(01777));
    GIVES(0777, umask(022));
    GIVES(0, chmod("all", 0751));
    HOLDS(mode_of("all") == 0751);
    GIVES(0, fchmod(fd, 0405));
    HOLDS(mode_of("mine") == 0405);
    GIVES(0, mkdir("folder", 0777));
    GIVES(0, chmod("folder", 01700));
    HOLDS(mode_of("folder") == 01700);
    FAILS(ENOENT, chmod("absent", 0644));
    FAILS(ENOTDIR, chmod("all/x", 0644));
    FAILS(EFAULT, chmod(BAD_ADDRESS, 0644));
    FAILS(EBADF, fchmod(-1, 0644));
    return finish();
}
