/* Programs that begin with #!: the interpreter gets one argument, the path, and what else there was. */
#include "check.h"

static const char *path;

static void run(void)
{
    static char *const arguments[] = { "name", "one", "two", NULL };

    execv(path, arguments);
    _exit(errno);
}

static void make_script(const char *name, const char *text)
{
    make_file(name, text);
    chmod(name, 0755);
    path = name;
}

/* Of a line of more than 255 bytes the argument's end is lost, but a path must be there as a whole. */
static void long_lines(const char *self)
{
    char text[1200];

    memset(text, 'y', sizeof text);
    text[sizeof text - 1] = 0;
    memcpy(text, "#!", 2);
    memcpy(text + 2, self, strlen(self));
    memcpy(text + 2 + strlen(self), " -x", 3);
    make_script("./long", text);
    GIVES(7, ending_of(run));
    memset(text + 2, '/', 400);
    make_script("./long", text);
    GIVES(ENOEXEC, ending_of(run));
    memset(text + 2, ' ', 600);
    make_script("./long", text);
    GIVES(ENOEXEC, ending_of(run));
    memcpy(text + 2, self, strlen(self));
    make_script("./long", text);
    GIVES(9, ending_of(run));
}

/* Scripts of scripts. */
static void nested(const char *self)
{
    char text[1200], name[8] = "./s0";

    snprintf(text, sizeof text, "#!%s -x\n", self);
    for (int k = 0; k < 6; k++) {
        make_script(name, text);
        snprintf(text, sizeof text, "#!%s\n", name);
        name[3]++;
    }
    path = "./s5";
    GIVES(ELOOP, ending_of(run));
    path = "./s4";
    GIVES(7, ending_of(run));
}

int main(int argc, char **argv)
{
    char text[1200];

    if (argc > 1 && strncmp(argv[1], "-x", 2) == 0) {
        for (int k = 1; k < argc && argc < 6; k++)
            printf("[%.8s]%s", argv[k], k < argc - 1 ? "" : "\n");
        return 7;
    }
    if (argc > 1)
        return 9;
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

    long_lines(argv[0]);
    nested(argv[0]);
    return finish();
}
