/* Hard and symbolic links. */
#include "check.h"

int main(void)
{
    char target[64];
    struct stat status, other;
    ssize_t length;
    int fd;

    make_file("file", "text");
    GIVES(0, link("file", "hard"));
    GIVES(0, stat("file", &status));
    GIVES(0, stat("hard", &other));
    HOLDS(status.st_ino == other.st_ino && status.st_nlink == 2);
    FAILS(EEXIST, link("file", "hard"));
    FAILS(ENOENT, link("absent", "x"));
    FAILS(EPERM, link(".", "x"));
    GIVES(0, unlink("file"));
    HOLDS(strcmp(text_of("hard"), "text") == 0);

    GIVES(0, symlink("hard", "soft"));
    HOLDS(strcmp(text_of("soft"), "text") == 0);
    length = readlink("soft", target, sizeof target);
    HOLDS(length == 4 && memcmp(target, "hard", 4) == 0);
    GIVES(2, readlink("soft", target, 2));
    GIVES(0, lstat("soft", &status));
    HOLDS(S_ISLNK(status.st_mode) && status.st_size == 4);
    FAILS(EINVAL, readlink("hard", target, sizeof target));
    FAILS(EINVAL, readlink("soft", target, 0));
    FAILS(ENOENT, readlink("absent", target, sizeof target));
    FAILS(EFAULT, readlink("soft", BAD_ADDRESS, 10));
    FAILS(EEXIST, symlink("x", "soft"));
    FAILS(ENOENT, symlink("", "empty"));
    FAILS(ELOOP, open("soft", O_RDONLY | O_NOFOLLOW));
    GIVES(0, mkdir("folder", 0755));
    GIVES(0, symlink("../hard", "folder/up"));
    GIVES(0, symlink("folder", "to-folder"));
    HOLDS(strcmp(text_of("to-folder/up"), "text") == 0);
    HOLDS(strcmp(text_of("to-folder/../hard"), "text") == 0);
    /* A dangling one: not there, but writing makes what it points to. */
    GIVES(0, symlink("later", "dangling"));
    FAILS(ENOENT, stat("dangling", &status));
    FAILS(EEXIST, open("dangling", O_WRONLY | O_CREAT | O_EXCL, 0644));
    fd = open("dangling", O_WRONLY | O_CREAT, 0644);
    HOLDS(fd >= 0 && access("later", F_OK) == 0);
    GIVES(0, symlink("b", "a"));
    GIVES(0, symlink("a", "b"));
    FAILS(ELOOP, open("a", O_RDONLY));
    FAILS(ELOOP, stat("a/x", &status));
    GIVES(0, unlink("to-folder"));
    HOLDS(access("folder/up", F_OK) == 0);
    GIVES(0, rename("soft", "renamed"));
    GIVES(0, lstat("renamed", &status));
    HOLDS(S_ISLNK(status.st_mode));
    return finish();
}
