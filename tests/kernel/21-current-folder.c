/* chdir, fchdir, getcwd. */
#include "check.h"

int main(void)
{
    char start[1024], here[1024];
    size_t length;
    int fd;

    length = (size_t)syscall(SYS_getcwd, start, sizeof start);
    HOLDS(length == strlen(start) + 1 && start[0] == '/');
    GIVES(0, mkdir("folder", 0755));
    GIVES(0, mkdir("folder/inner", 0755));
    make_file("file", "");
    GIVES(0, chdir("folder/inner"));
    GIVES(length + 13, syscall(SYS_getcwd, here, sizeof here));
    HOLDS(memcmp(here, start, length - 1) == 0 && strcmp(here + length - 1, "/folder/inner") == 0);
    HOLDS(access("../../file", F_OK) == 0);
    fd = open("..", O_RDONLY | O_DIRECTORY);
    GIVES(0, fchdir(fd));
    HOLDS(getcwd(here, sizeof here) && strcmp(here + length - 1, "/folder") == 0);
    /* The name can change while one is in it. */
    GIVES(0, rename("../folder", "../renamed"));
    HOLDS(getcwd(here, sizeof here) && strcmp(here + length - 1, "/renamed") == 0);
    GIVES(0, chdir(".."));
    HOLDS(getcwd(here, sizeof here) && strcmp(here, start) == 0);
    GIVES(0, chdir("/"));
    GIVES(2, syscall(SYS_getcwd, here, sizeof here));
    HOLDS(strcmp(here, "/") == 0);
    GIVES(0, chdir("../../.."));
    GIVES(2, syscall(SYS_getcwd, here, 2));
    FAILS(ERANGE, syscall(SYS_getcwd, here, 1));
    GIVES(0, chdir(start));
    FAILS(ERANGE, syscall(SYS_getcwd, here, length - 1));
    FAILS(EFAULT, syscall(SYS_getcwd, BAD_ADDRESS, 100));
    FAILS(ENOENT, chdir("absent"));
    FAILS(ENOENT, chdir(""));
    FAILS(ENOTDIR, chdir("file"));
    FAILS(EFAULT, chdir(BAD_ADDRESS));
    FAILS(EBADF, fchdir(-1));
    fd = open("file", O_RDONLY);
    FAILS(ENOTDIR, fchdir(fd));
    /* A folder that is removed under one's feet. */
    GIVES(0, mkdir("gone", 0755));
    GIVES(0, chdir("gone"));
    GIVES(0, rmdir("../gone"));
    FAILS(ENOENT, syscall(SYS_getcwd, here, sizeof here));
    FAILS(ENOENT, open("new", O_WRONLY | O_CREAT, 0644));
    GIVES(0, chdir(start));
    return finish();
}
