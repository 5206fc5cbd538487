#include <errno.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int system(const char *command)
{
    char *arguments[4];
    int child, status;

    if (!command)
        return access("/bin/sh", X_OK) == 0;
    child = fork();
    if (child < 0)
        return -1;
    if (child == 0) {
        arguments[0] = "sh";
        arguments[1] = "-c";
        arguments[2] = (char *)command;
        arguments[3] = NULL;
        execv("/bin/sh", arguments);
        _exit(127);
    }
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}
