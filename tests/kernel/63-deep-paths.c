/* Folders a thousand deep: reached step by step, beyond what a path can say, and taken away again. */
#include "check.h"

enum { DEPTH = 1000 };

int main(void)
{
    static char path[8192], here[8192];
    int depth;

    for (depth = 0; depth < DEPTH; depth++)
        if (mkdir("a-folder", 0755) != 0 || chdir("a-folder") != 0)
            break;
    HOLDS(depth == DEPTH);
    HOLDS(syscall(SYS_getcwd, here, 4096) == -1 && (errno == ERANGE || errno == ENAMETOOLONG));
    make_file("deep", "deep");
    for (depth = DEPTH; depth > 0; depth--)
        if (chdir("..") != 0)
            break;
    HOLDS(depth == 0);
    /* 450 of them fit into one path. */
    for (int k = 0; k < 450; k++)
        strcat(path, "a-folder/");
    HOLDS(access(path, F_OK) == 0);
    for (int k = 0; k < 10; k++)
        strcat(path, "a-folder/");
    FAILS(ENAMETOOLONG, access(path, F_OK));
    for (depth = 0; depth < DEPTH; depth++)
        if (chdir("a-folder") != 0)
            break;
    HOLDS(strcmp(text_of("deep"), "deep") == 0);
    unlink("deep");
    for (; depth > 0; depth--)
        if (chdir("..") != 0 || rmdir("a-folder") != 0)
            break;
    HOLDS(depth == 0);
    FAILS(ENOENT, chdir("a-folder"));
    return finish();
}
