/* A child that sends something else than SIGCHLD at its end: wait finds it if asked, and not any more behind an exec. */
#include "check.h"

static volatile int got;

static void note(int number)
{
    got = number;
}

/* A child that ends when nobody writes to the pipe any more. */
static long start(int signal, int *end)
{
    int ends[2];
    char byte;
    long child;

    HOLDS(pipe(ends) == 0);
    fflush(stdout);
    child = syscall(SYS_clone, (long)signal, 0l, 0l, 0l, 0l);
    if (child == 0) {
        close(ends[1]);
        read(ends[0], &byte, 1);
        _exit(3);
    }
    close(ends[0]);
    *end = ends[1];
    return child;
}

static void plain(int number)
{
    int end, status;
    long child = start(number, &end);

    HOLDS(child > 0);
    FAILS(ECHILD, waitpid((pid_t)child, &status, WNOHANG));
    FAILS(ECHILD, waitpid(-1, &status, WNOHANG));
    close(end);
    GIVES(child, waitpid((pid_t)child, &status, 0x80000000));
    HOLDS(WEXITSTATUS(status) == 3);
}

static const char *program;

/* Left as they are, the signal would kill the new program. */
static void exec_with_child(void)
{
    char number[16], child_number[16];
    int end;

    sprintf(child_number, "%ld", start(SIGKILL, &end));
    sprintf(number, "%d", end);
    execl(program, program, number, child_number, NULL);
}

static int behind_exec(int end, pid_t child)
{
    int status;

    close(end);
    return waitpid(child, &status, 0x40000000) == child && WEXITSTATUS(status) == 3 ? 8 : 1;
}

int main(int count, char **arguments)
{
    if (count > 2)
        return behind_exec(atoi(arguments[1]), atoi(arguments[2]));
    program = arguments[0];
    signal(SIGUSR1, note);
    plain(SIGUSR1);
    GIVES(SIGUSR1, got);
    plain(0);
    GIVES(8, ending_of(exec_with_child));
    return finish();
}
