#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "sh.h"

/* Commands that change the shell itself; everything else is a program. */

int loops_to_leave;
int goes_on;
int loop_depth;

static int do_nothing(char **arguments)
{
    (void)arguments;
    return 0;
}

static int do_cd(char **arguments)
{
    const char *to = arguments[1] ? arguments[1] : variable("HOME");
    char here[4096];

    if (chdir(to ? to : "/") != 0) {
        warn("cd: %s", to);
        return 1;
    }
    if (getcwd(here, sizeof here))
        set_variable("PWD", here);
    return 0;
}

static int do_exit(char **arguments)
{
    exit(arguments[1] ? atoi(arguments[1]) & 255 : last_status);
}

static int do_export(char **arguments)
{
    if (!arguments[1])
        print_variables(1);
    for (int k = 1; arguments[k]; k++) {
        char *equals = strchr(arguments[k], '=');

        if (equals) {
            *equals = 0;
            set_variable(arguments[k], equals + 1);
        }
        export_variable(arguments[k]);
    }
    return 0;
}

static int do_unset(char **arguments)
{
    for (int k = 1; arguments[k]; k++)
        unset_variable(arguments[k]);
    return 0;
}

/* What stays longer than the command that sets it. */
static char **copy_parameters(char *name, char **from)
{
    size_t count = 0;
    char **copies;

    while (from[count])
        count++;
    copies = calloc(count + 2, sizeof *copies);
    copies[0] = name;
    for (size_t k = 0; k < count; k++)
        copies[k + 1] = strdup(from[k]);
    return copies;
}

static int do_set(char **arguments)
{
    if (!arguments[1]) {
        print_variables(0);
        return 0;
    }
    parameters = copy_parameters(parameters[0], arguments + (strcmp(arguments[1], "--") == 0 ? 2 : 1));
    return 0;
}

static int do_shift(char **arguments)
{
    int by = arguments[1] ? atoi(arguments[1]) : 1;

    for (; by > 0; by--) {
        char *name = parameters[0];

        if (!name || !parameters[1])
            return 1;
        parameters++;
        parameters[0] = name;
    }
    return 0;
}

/* A line from standard input, byte by byte, since what follows it is for others. */
static int do_read(char **arguments)
{
    char line[4096];
    char *rest = line;
    size_t length = 0;
    ssize_t size;

    while ((size = read(0, line + length, 1)) == 1 && line[length] != '\n')
        if (length + 2 < sizeof line)
            length++;
    line[length] = 0;
    for (int k = 1; arguments[k]; k++) {
        size_t word;

        rest += strspn(rest, " \t");
        word = strcspn(rest, " \t");
        if (!arguments[k + 1]) {
            for (word = strlen(rest); word > 0 && strchr(" \t", rest[word - 1]); word--)
                ;
        }
        set_variable(arguments[k], keep_text(rest, word));
        rest += word;
    }
    return size != 1 && length == 0;
}

static int do_exec(char **arguments)
{
    if (!arguments[1])
        return 0;
    fflush(NULL);
    environ = exported_variables();
    execvp(arguments[1], arguments + 1);
    warn("%s", arguments[1]);
    return errno == ENOENT ? 127 : 126;
}

static int do_umask(char **arguments)
{
    if (arguments[1])
        umask((mode_t)strtol(arguments[1], NULL, 8));
    else {
        mode_t mask = umask(0);

        umask(mask);
        printf("%04o\n", mask);
    }
    return 0;
}

static int do_wait(char **arguments)
{
    int status = 0;

    if (arguments[1])
        return waitpid(atoi(arguments[1]), &status, 0) < 0 ? 127 : status_of(status);
    while (wait(&status) > 0)
        ;
    return 0;
}

static int leave(char **arguments)
{
    int levels = arguments[1] ? atoi(arguments[1]) : 1;

    loops_to_leave = levels < loop_depth ? levels : loop_depth;
    return 0;
}

static int do_break(char **arguments)
{
    goes_on = 0;
    return leave(arguments);
}

static int do_continue(char **arguments)
{
    goes_on = 1;
    return leave(arguments);
}

static int do_source(char **arguments)
{
    int file, status;

    if (!arguments[1])
        return 0;
    file = open(arguments[1], O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        warn("%s", arguments[1]);
        return 1;
    }
    status = run_file(file, arguments[1]);
    close(file);
    return status;
}

static int do_eval(char **arguments)
{
    size_t size = 1;
    char *text;

    for (int k = 1; arguments[k]; k++)
        size += strlen(arguments[k]) + 1;
    text = keep(size);
    for (int k = 1; arguments[k]; k++) {
        strcat(text, arguments[k]);
        strcat(text, " ");
    }
    return run_text(text);
}

builtin *find_builtin(const char *name)
{
    static const struct {
        const char *name;
        builtin *function;
    } table[] = {
        { ":", do_nothing },   { ".", do_source },    { "break", do_break }, { "cd", do_cd },       { "continue", do_continue },
        { "eval", do_eval },   { "exec", do_exec },   { "exit", do_exit },   { "export", do_export }, { "read", do_read },
        { "set", do_set },     { "shift", do_shift }, { "umask", do_umask }, { "unset", do_unset }, { "wait", do_wait },
    };

    for (size_t k = 0; k < sizeof table / sizeof table[0]; k++)
        if (strcmp(table[k].name, name) == 0)
            return table[k].function;
    return NULL;
}
