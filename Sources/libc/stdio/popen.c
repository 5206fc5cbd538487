#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../internal/file.h"
#include "../internal/names.h"

INNER_NAME(close);
INNER_NAME(dup2);
INNER_NAME(execv);
INNER_NAME(fcntl);
INNER_NAME(fork);
INNER_NAME(pipe2);
INNER_NAME(waitpid);

FILE *popen(const char *command, const char *mode)
{
    int ends[2], reads = *mode == 'r', child;
    FILE *stream;
    char *arguments[4];

    if (*mode != 'r' && *mode != 'w') {
        errno = EINVAL;
        return NULL;
    }
    if (__pipe2(ends, O_CLOEXEC) < 0)
        return NULL;
    stream = __file_new(ends[!reads], reads ? FILE_READABLE : FILE_WRITABLE);
    child = stream ? __fork() : -1;
    if (child < 0) {
        free(stream);
        __close(ends[0]);
        __close(ends[1]);
        return NULL;
    }
    if (child == 0) {
        /* The pipe's end may have that number already, and must not be closed then. */
        if (ends[reads] == reads)
            __fcntl(reads, F_SETFD, 0);
        else
            __dup2(ends[reads], reads);
        arguments[0] = "sh";
        arguments[1] = "-c";
        arguments[2] = (char *)command;
        arguments[3] = NULL;
        __execv("/bin/sh", arguments);
        _exit(127);
    }
    __close(ends[reads]);
    stream->child = child;
    return stream;
}

int pclose(FILE *stream)
{
    int child = stream->child, status;

    fclose(stream);
    while (__waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}
