/* What looks harmless and led to what belongs to others: descriptors of paths only, owners that do not change, second names of terminals. */
#include "check.h"
#include <grp.h>
#include <sys/ioctl.h>

static void become_user(void)
{
    if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
        _exit(1);
}

/* O_PATH asks for no rights, so it gives none, whatever is said besides. */
static void paths_only(void)
{
    int fd;

    become_user();
    fd = open("roots", O_PATH | O_RDWR);
    HOLDS(fd >= 0);
    GIVES(O_PATH, fcntl(fd, F_GETFL) & (O_PATH | O_ACCMODE));
    HOLDS(ftruncate(fd, 0) == -1);
    FAILS(EBADF, write(fd, "x", 1));
    FAILS(EBADF, fchmod(fd, 0777));
    close(fd);
    fd = open("roots", O_PATH | O_WRONLY | O_TRUNC | O_APPEND);
    HOLDS(fd >= 0 && ftruncate(fd, 0) == -1);
    FAILS(ENOENT, open("free/new", O_PATH | O_CREAT | O_RDWR, 0644));
    FAILS(ENOENT, access("free/new", F_OK));
}

/* A change of owner takes the set-id bits away; one that changes nothing is no way to do that to others' programs. */
static void same_owner(void)
{
    struct stat status;

    become_user();
    FAILS(EPERM, chown("set-id", -1, -1));
    FAILS(EPERM, lchown("set-id", -1, -1));
    GIVES(0, stat("set-id", &status));
    GIVES(06755, status.st_mode & 07777);
    FAILS(EPERM, chown("set-id", 1000, -1));
    FAILS(EPERM, chown("set-id", -1, 100));
    GIVES(0, chown("roots", -1, -1));
    GIVES(0, chown("own-set-id", -1, -1));
    GIVES(0, stat("own-set-id", &status));
    GIVES(0755, status.st_mode & 07777);
}

/* A terminal's slave ends with its master; a name in another tree would not. */
static void terminals(void)
{
    struct stat status;
    int master, number = 0, open_it = 0;
    char path[32];

    become_user();
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
    HOLDS(master >= 0);
    GIVES(0, ioctl(master, 0x40045431, &open_it));
    GIVES(0, ioctl(master, 0x80045430, &number));
    snprintf(path, sizeof path, "/dev/pts/%d", number);
    GIVES(0, stat(path, &status));
    HOLDS(S_ISCHR(status.st_mode) && status.st_nlink == 1);
    FAILS(EXDEV, link(path, "free/slave"));
    FAILS(EXDEV, linkat(AT_FDCWD, path, AT_FDCWD, "free/slave", AT_SYMLINK_FOLLOW));
    FAILS(EXDEV, rename(path, "free/slave"));
    close(master);
    FAILS(ENOENT, stat("free/slave", &status));
    FAILS(ENOENT, stat(path, &status));
}

int main(void)
{
    umask(022);
    make_file("roots", "root's");
    make_file("set-id", "program");
    make_file("own-set-id", "program");
    HOLDS(chmod("set-id", 06755) == 0);
    HOLDS(chown("own-set-id", 1000, 100) == 0 && chmod("own-set-id", 06755) == 0);
    HOLDS(mkdir("free", 0777) == 0 && chmod("free", 0777) == 0 && chmod(".", 0755) == 0);
    GIVES(0, ending_of(paths_only));
    HOLDS(strcmp(text_of("roots"), "root's") == 0);
    GIVES(0, ending_of(same_owner));
    GIVES(0, ending_of(terminals));
    return finish();
}
