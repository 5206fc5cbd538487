#include <err.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

char **parameters;
int is_interactive;

/* sh [-c command [name argument…]] [file [argument…]]: commands from the text, the file, or standard input. */
int main(int count, char **arguments)
{
    int file = 0;
    char here[4096];

    take_environment(environ);
    if (getcwd(here, sizeof here))
        set_variable("PWD", here);
    if (count > 2 && strcmp(arguments[1], "-c") == 0) {
        static char *only_name[] = { "sh", NULL };

        parameters = count > 3 ? arguments + 3 : only_name;
        return run_text(arguments[2]);
    }
    if (count > 1 && arguments[1][0] != '-') {
        file = open(arguments[1], O_RDONLY | O_CLOEXEC);
        if (file < 0)
            err(127, "%s", arguments[1]);
        parameters = arguments + 1;
        return run_file(file, arguments[1]);
    }
    parameters = arguments;
    parameters[1] = NULL;
    is_interactive = isatty(0);
    if (is_interactive) {
        signal(SIGINT, SIG_IGN);
        signal(SIGQUIT, SIG_IGN);
    }
    return run_file(0, "sh");
}
