/* openat2 with what a path may do on its way; files without names; names that change places; and what is refused. */
#include "check.h"
#include <stdint.h>
#include <sys/syscall.h>

#ifndef O_TMPFILE
#define O_TMPFILE (020000000 | O_DIRECTORY)
#endif

struct how {
    uint64_t flags, mode, resolve, more;
};

enum { NO_XDEV = 1, NO_MAGIC = 2, NO_LINKS = 4, BENEATH = 8, IN_ROOT = 16, CACHED = 32 };

static long open_how(int fd, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve)
{
    struct how how = { 0 };

    how.flags = flags;
    how.mode = mode;
    how.resolve = resolve;
    return syscall(SYS_openat2, fd, path, &how, 24);
}

static long opens(int fd, const char *path, uint64_t resolve)
{
    long opened = open_how(fd, path, O_RDONLY, 0, resolve);

    if (opened >= 0)
        close(opened);
    return opened < 0 ? -1 : 0;
}

/* top: file, sub/inner, links inside, out of it, absolute, and of /proc. */
static int make_tree(void)
{
    char path[64];

    mkdir("top", 0755);
    mkdir("top/sub", 0755);
    make_file("top/file", "file");
    make_file("top/sub/inner", "inner");
    make_file("outside", "outside");
    symlink("file", "top/link");
    symlink("../outside", "top/out");
    symlink("/file", "top/absolute");
    symlink("/sub/../file", "top/sub/longer");
    symlink("/proc/self", "top/process");
    sprintf(path, "/proc/self/fd/%d", open("outside", O_RDONLY));
    symlink(path, "top/magic");
    return open("top", O_RDONLY | O_DIRECTORY);
}

static void resolving(int top)
{
    char path[64];

    GIVES(0, opens(top, "file", 0));
    GIVES(0, opens(top, "link", 0));
    GIVES(0, opens(top, "../outside", 0));
    FAILS(ELOOP, opens(top, "link", NO_LINKS));
    FAILS(ELOOP, opens(top, "magic", NO_LINKS));
    GIVES(0, opens(top, "sub/inner", NO_LINKS));
    FAILS(ELOOP, opens(top, "magic", NO_MAGIC));
    GIVES(0, opens(top, "link", NO_MAGIC));
    GIVES(0, opens(top, "process/stat", NO_MAGIC));

    GIVES(0, opens(top, "sub/../link", BENEATH));
    FAILS(EXDEV, opens(top, "../top/file", BENEATH));
    FAILS(EXDEV, opens(top, "sub/../../top/file", BENEATH));
    FAILS(EXDEV, opens(top, "out", BENEATH));
    FAILS(EXDEV, opens(top, "absolute", BENEATH));
    FAILS(EXDEV, opens(top, "/proc", BENEATH));
    FAILS(EXDEV, opens(top, "magic", BENEATH));

    GIVES(0, opens(top, "absolute", IN_ROOT));
    GIVES(0, opens(top, "sub/longer", IN_ROOT));
    GIVES(0, opens(top, "/../../file", IN_ROOT));
    FAILS(ENOENT, opens(top, "../outside", IN_ROOT));
    FAILS(ENOENT, opens(top, "out", IN_ROOT));
    FAILS(ENOENT, opens(top, "/proc/self/stat", IN_ROOT));

    GIVES(0, opens(AT_FDCWD, "/proc/self/stat", NO_MAGIC));
    FAILS(EXDEV, opens(AT_FDCWD, "/proc/self/stat", NO_XDEV));
    GIVES(0, opens(top, "sub/inner", NO_XDEV));
    FAILS(EXDEV, opens(top, "process/stat", NO_XDEV));
    sprintf(path, "/proc/self/fd/%d/file", top);
    FAILS(ELOOP, opens(AT_FDCWD, path, NO_MAGIC));
    GIVES(0, opens(AT_FDCWD, path, 0));
}

static void refusals(int top)
{
    struct how how = { 0 };
    int fd;

    fd = open_how(top, "new", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640, BENEATH);
    HOLDS(fd >= 0 && fcntl(fd, F_GETFD) == FD_CLOEXEC);
    close(fd);
    FAILS(EEXIST, open_how(top, "new", O_RDWR | O_CREAT | O_EXCL, 0640, 0));
    FAILS(EINVAL, open_how(top, "file", O_RDONLY, 0600, 0));
    FAILS(EINVAL, open_how(top, "new", O_CREAT, 010000, 0));
    FAILS(EINVAL, open_how(top, "file", 1ul << 40, 0, 0));
    FAILS(EINVAL, open_how(top, "file", O_RDONLY, 0, 64));
    FAILS(EINVAL, open_how(top, "file", O_RDONLY, 0, BENEATH | IN_ROOT));
    FAILS(EINVAL, open_how(top, "file", O_PATH | O_RDWR, 0, 0));
    FAILS(EAGAIN, open_how(top, "other", O_CREAT, 0600, CACHED));
    GIVES(24, sizeof how - 8);
    FAILS(EINVAL, syscall(SYS_openat2, top, "file", &how, 23));
    fd = syscall(SYS_openat2, top, "file", &how, 32);
    HOLDS(fd >= 0);
    close(fd);
    how.more = 1;
    FAILS(E2BIG, syscall(SYS_openat2, top, "file", &how, 32));
    FAILS(E2BIG, syscall(SYS_openat2, top, "file", &how, 5000));
    FAILS(EFAULT, syscall(SYS_openat2, top, "file", BAD_ADDRESS, 24));
    FAILS(EBADF, opens(99, "file", 0));
}

static void nameless(int top)
{
    struct stat s;
    char path[64];
    int fd = openat(top, ".", O_TMPFILE | O_RDWR, 0600), other;

    if (fd < 0 && errno == EOPNOTSUPP)
        return;                                                              /* Linux on a tree that has none */
    HOLDS(fd >= 0);
    GIVES(4, write(fd, "text", 4));
    GIVES(0, fstat(fd, &s));
    HOLDS(s.st_nlink == 0 && S_ISREG(s.st_mode) && (s.st_mode & 0777) == 0600);
    sprintf(path, "/proc/self/fd/%d", fd);
    GIVES(0, linkat(AT_FDCWD, path, top, "named", AT_SYMLINK_FOLLOW));
    HOLDS(strcmp(text_of("top/named"), "text") == 0);
    GIVES(0, unlinkat(top, "named", 0));
    FAILS(ENOENT, linkat(AT_FDCWD, path, top, "named", AT_SYMLINK_FOLLOW));
    close(fd);
    other = openat(top, ".", O_TMPFILE | O_WRONLY | O_EXCL, 0600);
    HOLDS(other >= 0);
    sprintf(path, "/proc/self/fd/%d", other);
    FAILS(ENOENT, linkat(AT_FDCWD, path, top, "named", AT_SYMLINK_FOLLOW));
    close(other);
    FAILS(EINVAL, openat(top, ".", O_TMPFILE | O_RDONLY, 0600));
    FAILS(ENOTDIR, openat(top, "file", O_TMPFILE | O_RDWR, 0600));
    FAILS(ENOENT, openat(top, "nothing", O_TMPFILE | O_RDWR, 0600));
}

static int swap_names(const char *a, const char *b, unsigned flags)
{
    return syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, flags);
}

static void exchange(void)
{
    struct stat s;
    int fd = open("top/file", O_RDONLY);
    char path[64], link[256];
    ssize_t size;

    GIVES(0, swap_names("top/file", "top/sub/inner", 2));
    HOLDS(strcmp(text_of("top/file"), "inner") == 0);
    HOLDS(strcmp(text_of("top/sub/inner"), "file") == 0);
    sprintf(path, "/proc/self/fd/%d", fd);
    size = readlink(path, link, sizeof link - 1);
    link[size < 0 ? 0 : size] = 0;
    HOLDS(strlen(link) > 14 && strcmp(link + strlen(link) - 14, "/top/sub/inner") == 0);
    close(fd);
    GIVES(0, swap_names("top/sub", "outside", 2));
    HOLDS(stat("top/sub", &s) == 0 && S_ISREG(s.st_mode));
    HOLDS(stat("outside/..", &s) == 0 && S_ISDIR(s.st_mode));
    HOLDS(strcmp(text_of("outside/inner"), "file") == 0);
    HOLDS(stat("top", &s) == 0 && s.st_nlink == 2);
    GIVES(0, swap_names("outside", "top/sub", 2));
    HOLDS(stat("top", &s) == 0 && s.st_nlink == 3);
    FAILS(EINVAL, swap_names("top", "top/sub", 2));
    FAILS(EINVAL, swap_names("top/sub", "top", 2));
    FAILS(ENOENT, swap_names("top/file", "nothing", 2));
    FAILS(ENOENT, swap_names("nothing", "top/file", 2));
    FAILS(EINVAL, swap_names("top/file", "top/sub", 3));
    FAILS(ENOTDIR, swap_names("top/file/", "top/sub", 2));
    GIVES(0, swap_names("top/file", "top/file", 2));
}

int main(void)
{
    int top = make_tree();

    HOLDS(top >= 0);
    resolving(top);
    refusals(top);
    nameless(top);
    exchange();
    return finish();
}
