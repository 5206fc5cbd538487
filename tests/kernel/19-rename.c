/* rename and renameat2. */
#include "check.h"

enum { NOREPLACE = 1, EXCHANGE = 2 };

int main(void)
{
    struct stat before, after;
    int folder;

    make_file("a", "a");
    make_file("b", "b");
    GIVES(0, stat("a", &before));
    GIVES(0, rename("a", "b"));
    FAILS(ENOENT, access("a", F_OK));
    HOLDS(strcmp(text_of("b"), "a") == 0);
    GIVES(0, stat("b", &after));
    HOLDS(before.st_ino == after.st_ino);
    GIVES(0, rename("b", "b"));
    HOLDS(strcmp(text_of("b"), "a") == 0);

    GIVES(0, mkdir("x", 0755));
    GIVES(0, mkdir("y", 0755));
    GIVES(0, mkdir("full", 0755));
    make_file("full/file", "f");
    GIVES(0, rename("x", "y"));
    FAILS(ENOENT, access("x", F_OK));
    FAILS(ENOTEMPTY, rename("y", "full"));
    FAILS(EISDIR, rename("b", "y"));
    FAILS(ENOTDIR, rename("y", "b"));
    FAILS(EINVAL, rename("full", "full/inner"));
    FAILS(ENOENT, rename("full", "full/inner/more"));
    FAILS(ENOENT, rename("absent", "c"));
    FAILS(ENOENT, rename("b", "absent/c"));
    FAILS(ENOTDIR, rename("b", "full/file/c"));
    FAILS(EFAULT, rename(BAD_ADDRESS, "c"));
    FAILS(EFAULT, rename("b", BAD_ADDRESS));
    GIVES(0, rename("full", "y/moved"));
    HOLDS(strcmp(text_of("y/moved/file"), "f") == 0);
    GIVES(0, rename("y/moved/file", "out"));
    HOLDS(strcmp(text_of("out"), "f") == 0);
    /* A folder that was moved knows its new parent. */
    HOLDS(access("y/moved/../../b", F_OK) == 0);

    GIVES(0, syscall(SYS_renameat2, AT_FDCWD, "out", AT_FDCWD, "again", NOREPLACE));
    FAILS(EEXIST, syscall(SYS_renameat2, AT_FDCWD, "again", AT_FDCWD, "b", NOREPLACE));
    FAILS(EINVAL, syscall(SYS_renameat2, AT_FDCWD, "again", AT_FDCWD, "b", 1 << 20));
    FAILS(EINVAL, syscall(SYS_renameat2, AT_FDCWD, "again", AT_FDCWD, "b", NOREPLACE | EXCHANGE));
    folder = open("y", O_RDONLY | O_DIRECTORY);
    GIVES(0, syscall(SYS_renameat2, AT_FDCWD, "again", folder, "there", 0));
    HOLDS(strcmp(text_of("y/there"), "f") == 0);
    FAILS(EBADF, syscall(SYS_renameat2, 99, "again", folder, "there", 0));
#ifdef SYS_rename
    GIVES(0, syscall(SYS_rename, "y/there", "back"));
    HOLDS(strcmp(text_of("back"), "f") == 0);
#endif
    return finish();
}
