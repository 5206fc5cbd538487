/* Folders of /proc that nobody has open lead to their parents all the same; and so do folders that were removed. */
#include "check.h"

static void take_memory(void)
{
    char name[32];

    /* What was freed too early would be used again by these. */
    for (int k = 0; k < 64; k++) {
        snprintf(name, sizeof name, "f%d", k);
        make_file(name, "x");
    }
}

int main(void)
{
    struct stat a, b;
    char home[256], path[512], link[600];

    HOLDS(getcwd(home, sizeof home) != NULL);
    HOLDS(chdir("/proc/self/fd") == 0);
    HOLDS(stat("..", &a) == 0 && S_ISDIR(a.st_mode));
    HOLDS(chdir("..") == 0);
    HOLDS(stat(".", &b) == 0 && a.st_ino == b.st_ino);
    HOLDS(open("fd/..", O_RDONLY | O_DIRECTORY) >= 0);
    HOLDS(chdir(home) == 0);
    take_memory();
    for (int k = 0; k < 100; k++) {
        HOLDS(stat("/proc/self/fd/..", &a) == 0);
        HOLDS(stat("/proc/self/fd/../fd/../..", &b) == 0 && a.st_ino != b.st_ino);
    }

    /* As a program would do it that means harm: the memory of the parent is taken by the text of a link. */
    HOLDS(chdir("/proc/self/fd") == 0);
    memset(path, 'x', sizeof path);
    path[sizeof path - 1] = 0;
    for (int k = 0; k < 100; k++) {
        snprintf(link, sizeof link, "%s/link%d", home, k);
        HOLDS(symlink(path, link) == 0);
    }
    HOLDS(chdir("..") == 0);
    HOLDS(open("fd", O_RDONLY) >= 0);
    HOLDS(open("absent", O_RDONLY) < 0 && errno == ENOENT);

    HOLDS(chdir(home) == 0);
    mkdir("a", 0755);
    mkdir("a/b", 0755);
    mkdir("a/b/c", 0755);
    HOLDS(chdir("a/b/c") == 0);
    HOLDS(rmdir("../c") == 0);
    HOLDS(rmdir("../../b") == 0);
    HOLDS(stat("..", &a) == 0);
    HOLDS(stat("../..", &a) == 0);
    HOLDS(stat("../../../f1", &a) == 0);
    FAILS(ENOENT, open("../new", O_WRONLY | O_CREAT, 0644));
    FAILS(ENOENT, mkdir("new", 0755));
    HOLDS(getcwd(path, sizeof path) == NULL && errno == ENOENT);
    HOLDS(chdir("../../..") == 0);
    HOLDS(stat("f1", &a) == 0);
    return finish();
}
