/* unlink, rmdir, unlinkat. */
#include "check.h"

int main(void)
{
    char text[8];
    struct stat status;
    int fd, folder;

    make_file("file", "kept");
    fd = open("file", O_RDWR);
    GIVES(0, unlink("file"));
    FAILS(ENOENT, unlink("file"));
    FAILS(ENOENT, open("file", O_RDONLY));
    /* Who has it open still has it. */
    GIVES(4, read(fd, text, sizeof text));
    GIVES(4, write(fd, "more", 4));
    GIVES(0, fstat(fd, &status));
    HOLDS(status.st_nlink == 0 && status.st_size == 8);
    make_file("file", "new");
    GIVES(8, pread(fd, text, 8, 0));
    HOLDS(memcmp(text, "keptmore", 8) == 0);
    close(fd);

    GIVES(0, mkdir("folder", 0755));
    HOLDS(unlink("folder") == -1 && errno == EISDIR);
    FAILS(ENOTDIR, rmdir("file"));
    FAILS(ENOENT, rmdir("absent"));
    make_file("folder/inner", "");
    FAILS(ENOTEMPTY, rmdir("folder"));
    FAILS(ENOTDIR, unlink("file/x"));
    FAILS(EINVAL, rmdir("folder/."));
    FAILS(ENOTEMPTY, rmdir("folder/.."));
    FAILS(EBUSY, rmdir("/"));
    FAILS(ENOENT, unlink(""));
    FAILS(EFAULT, unlink(BAD_ADDRESS));
    folder = open("folder", O_RDONLY | O_DIRECTORY);
    FAILS(ENOENT, unlinkat(folder, "file", 0));
    GIVES(0, unlinkat(folder, "inner", 0));
    FAILS(EINVAL, unlinkat(AT_FDCWD, "folder", 1));
    FAILS(EBADF, unlinkat(98, "folder", AT_REMOVEDIR));
    GIVES(0, unlinkat(AT_FDCWD, "folder", AT_REMOVEDIR));
    FAILS(ENOENT, stat("folder", &status));
    /* A folder that is gone has nothing in it and takes nothing. */
    FAILS(ENOENT, openat(folder, "x", O_RDONLY | O_CREAT, 0644));
#ifdef SYS_unlink
    GIVES(0, syscall(SYS_unlink, "file"));
    GIVES(0, syscall(SYS_mkdir, "folder", 0755));
    GIVES(0, syscall(SYS_rmdir, "folder"));
#endif
    return finish();
}
