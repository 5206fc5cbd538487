/* What the start of other libraries and their larger functions ask of a kernel. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int main(int argc, char **argv)
{
    char name[] = "temporary-XXXXXX", line[64], *large;
    struct rlimit limit;
    struct stat status;
    FILE *file, *pipe_file;
    pid_t child;
    int fd, ending;

    if (argc > 1) {
        printf("spawned with %s\n", argv[1]);
        return 9;
    }
    fd = mkstemp(name);
    printf("mkstemp: %d\n", fd >= 0 && fstat(fd, &status) == 0 && status.st_size == 0);
    file = fdopen(fd, "w+");
    fprintf(file, "%s %.3f %d\n", "text", 3.14159, 42);
    rewind(file);
    printf("read back: %s", fgets(line, sizeof line, file));
    fclose(file);
    unlink(name);

    /* Large blocks come from mmap and go back. */
    for (int k = 0; k < 50; k++) {
        large = malloc(4 << 20);
        memset(large, k, 4 << 20);
        free(large);
    }
    large = realloc(malloc(1 << 20), 16 << 20);
    printf("memory: %d\n", large != NULL);
    free(large);

    pipe_file = popen("echo from the shell; exit 3", "r");
    printf("popen: %s", fgets(line, sizeof line, pipe_file));
    printf("pclose: %d\n", WEXITSTATUS(pclose(pipe_file)));
    printf("system: %d\n", WEXITSTATUS(system("exit 4")));
    fflush(stdout);
    {
        char *words[] = { argv[0], "an argument", NULL };

        if (posix_spawn(&child, argv[0], NULL, NULL, words, environ) == 0)
            waitpid(child, &ending, 0);
        printf("posix_spawn: %d\n", WEXITSTATUS(ending));
    }
    printf("limits: %d\n", getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur > 0);
    printf("time: %d %d\n", time(NULL) > 0, clock() >= 0);
    printf("realpath: %s\n", realpath("/./dev/../dev/null", NULL));
    printf("no such file: %s\n", fopen("/absent", "r") ? "" : strerror(errno));
    return 0;
}
