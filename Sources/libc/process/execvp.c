#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(execve);

/* A text without #! is a script for the shell. */
static void execvp_try(const char *path, char *const arguments[], char *const environment[])
{
    __execve(path, arguments, environment);
    if (errno == ENOEXEC) {
        size_t count = 0;
        char **shell;
        while (arguments[count])
            count++;
        shell = malloc((count + 3) * sizeof *shell);
        if (!shell)
            return;
        shell[0] = "sh";
        shell[1] = (char *)path;
        shell[2] = NULL;
        if (count > 0)
            memcpy(shell + 2, arguments + 1, count * sizeof *shell);
        __execve("/bin/sh", shell, environment);
        free(shell);
    }
}

int __execvpe(const char *name, char *const arguments[], char *const environment[])
{
    char path[PATH_MAX];
    const char *places = getenv("PATH");
    size_t name_size = strlen(name);
    int refused = 0;

    if (!*name) {
        errno = ENOENT;
        return -1;
    }
    if (strchr(name, '/')) {
        execvp_try(name, arguments, environment);
        return -1;
    }
    if (!places)
        places = "/usr/local/bin:/bin:/usr/bin";
    for (;;) {
        size_t size = strcspn(places, ":");
        if (size + name_size + 2 <= sizeof path) {
            memcpy(path, places, size);
            if (size > 0)
                path[size++] = '/';
            memcpy(path + size, name, name_size + 1);
            execvp_try(path, arguments, environment);
            if (errno == EACCES)
                refused = 1;
            else if (errno != ENOENT && errno != ENOTDIR)
                return -1;
        }
        places = strchr(places, ':');
        if (!places)
            break;
        places++;
    }
    errno = refused ? EACCES : ENOENT;
    return -1;
}
PUBLIC_NAME(execvpe);

int __execvp(const char *name, char *const arguments[])
{
    return __execvpe(name, arguments, environ);
}
PUBLIC_NAME(execvp);
