/* fork, wait, exit statuses, a pipe between processes, and the program started again by execv. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int i, status, child, ends[2];
    char buffer[50], *again[4];

    if (argc > 1) {
        printf("again with %s, %s\n", argv[1], getenv("CC_LIBC_42"));
        return 5;
    }
    for (i = 0; i < 3; i++) {
        child = fork();
        if (child == 0)
            _exit(10 + i);
        if (waitpid(child, &status, 0) != child || !WIFEXITED(status))
            return 1;
        printf("%d\n", WEXITSTATUS(status));
    }
    pipe(ends);
    fflush(stdout);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        write(ends[1], "from the child", 14);
        _exit(0);
    }
    close(ends[1]);
    memset(buffer, 0, sizeof buffer);
    read(ends[0], buffer, sizeof buffer - 1);
    wait(&status);
    printf("%s\n", buffer);
    errno = 0;
    printf("%d", wait(&status));
    printf(" %d\n", errno == ECHILD);
    fflush(stdout);
    setenv("CC_LIBC_42", "the environment", 1);
    child = fork();
    if (child == 0) {
        again[0] = argv[0];
        again[1] = "an argument";
        again[2] = NULL;
        execv(argv[0], again);
        /* An emulator on its own cannot start programs: then there is nothing to test. */
        if (errno != ENOEXEC)
            _exit(99);
        printf("again with an argument, %s\n", getenv("CC_LIBC_42"));
        fflush(stdout);
        _exit(5);
    }
    waitpid(child, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
    errno = 0;
    printf("%d", execv("/no/such/program", argv));
    printf(" %d\n", errno == ENOENT);
    return 0;
}
