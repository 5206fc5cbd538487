/* Long arguments, also of scripts; how much fits; and what a script's process is called. */
#include "check.h"

static char *long_text(size_t length)
{
    char *text = malloc(length + 1);

    memset(text, 'x', length);
    text[length] = 0;
    return text;
}

static char **words;

static void run(void)
{
    extern char **environ;

    execve(words[0], words, environ);
    _exit(errno == E2BIG ? 60 : errno == ENOMEM ? 61 : 62);
}

/* As the child: the length of the last argument in 256ths, and with one word its name. */
static int child(int argc, char **argv)
{
    return argc == 2 ? strcmp(text_of("/proc/self/comm"), "a-script\n") : (int)(strlen(argv[argc - 1]) / 256 % 50);
}

int main(int argc, char **argv)
{
    char text[300];
    char *list[40] = { argv[0], "child", NULL };
    int fd;

    if (argc > 1)
        return child(argc, argv);
    words = list;
    list[2] = long_text(4095);
    GIVES(15, ending_of(run));
    list[2] = long_text(131071);
    GIVES(511 % 50, ending_of(run));
    list[2] = long_text(131072);
    GIVES(60, ending_of(run));
    list[2] = long_text(100000);
    for (int k = 3; k < 16; k++)
        list[k] = list[2];
    GIVES(390 % 50, ending_of(run));
    for (int k = 16; k < 39; k++)
        list[k] = list[2];
    GIVES(60, ending_of(run));

    snprintf(text, sizeof text, "#!%s child\n", argv[0]);
    make_file("a-script", text);
    HOLDS(chmod("a-script", 0755) == 0);
    list[0] = "./a-script";
    list[1] = long_text(4095);
    list[2] = NULL;
    GIVES(15, ending_of(run));
    list[1] = long_text(100000);
    GIVES(390 % 50, ending_of(run));
    snprintf(text, sizeof text, "#!%s\n", argv[0]);
    fd = open("a-script", O_WRONLY | O_TRUNC);
    HOLDS(write(fd, text, strlen(text)) > 0);
    close(fd);
    list[1] = NULL;
    GIVES(0, ending_of(run));
    return finish();
}
