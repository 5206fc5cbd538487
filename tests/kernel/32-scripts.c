/* Programs that begin with #!: the interpreter gets one argument, the path, and what else there was. */
#include "check.h"

static const char *path;

static void run(void)
{
    static char *const arguments[] = { "name", "one", "two", NULL };

    execv(path, arguments);
    _exit(errno);
}

int main(int argc, char **argv)
{
    char text[1200];

    if (argc > 1 && strncmp(argv[1], "-x", 2) == 0) {
        for (int k = 1; k < argc; k++)
            printf("[%s]", argv[k]);
        printf("\n");
        return 7;
    }
    snprintf(text, sizeof text, "#! %s -x  y \nrest", argv[0]);
    make_file("script", text);
    chmod("script", 0755);
    path = "./script";
    HOLDS(ending_of(run) == 7);
    snprintf(text, sizeof text, "#!%s/absent\n", argv[0]);
    make_file("nobody", text);
    chmod("nobody", 0755);
    path = "./nobody";
    HOLDS(ending_of(run) == ENOTDIR);
    make_file("nothing", "#!\n");
    chmod("nothing", 0755);
    path = "./nothing";
    HOLDS(ending_of(run) == ENOEXEC);
    return finish();
}
