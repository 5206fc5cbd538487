/* fork and all kinds of waiting. */
#include "check.h"

enum { P_ALL_CHILDREN = 0, P_ONE = 1, EXITED = 4, NO_REAP = 0x01000000 };

static int variable = 1;

static pid_t child_with(int status)
{
    pid_t child;

    fflush(stdout);
    child = fork();
    if (child == 0)
        _exit(status);
    return child;
}

static void statuses(void)
{
    pid_t a = child_with(3), b = child_with(256 + 4);
    int status;

    HOLDS(a > 0 && b > 0 && a != b);
    GIVES(b, waitpid(b, &status, 0));
    HOLDS(WIFEXITED(status) && WEXITSTATUS(status) == 4);
    GIVES(a, waitpid(-1, &status, 0));
    HOLDS(WIFEXITED(status) && WEXITSTATUS(status) == 3);
    FAILS(ECHILD, waitpid(a, &status, 0));
    FAILS(ECHILD, wait(&status));
    FAILS(ECHILD, waitpid(1, &status, 0));
    FAILS(EINVAL, waitpid(-1, &status, 0x7000));
    a = child_with(1);
    FAILS(EFAULT, waitpid(a, (int *)BAD_ADDRESS, 0));
    FAILS(ECHILD, waitpid(a, &status, 0));
}

/* Two memories. */
static void copies(void)
{
    int ends[2], seen;
    pid_t child;

    GIVES(0, pipe(ends));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        variable = 2;
        write(ends[1], &variable, sizeof variable);
        _exit(variable);
    }
    GIVES(sizeof seen, read(ends[0], &seen, sizeof seen));
    HOLDS(seen == 2 && variable == 1);
    waitpid(child, NULL, 0);
    close(ends[0]);
    close(ends[1]);
}

static void without_waiting(void)
{
    int ends[2], status;
    char byte;
    pid_t child;

    GIVES(0, pipe(ends));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        read(ends[0], &byte, 1);
        _exit(9);
    }
    GIVES(0, waitpid(child, &status, WNOHANG));
    GIVES(0, waitpid(-1, &status, WNOHANG));
    GIVES(1, write(ends[1], "x", 1));
    GIVES(child, waitpid(child, &status, 0));
    HOLDS(WEXITSTATUS(status) == 9);
    FAILS(ECHILD, waitpid(-1, &status, WNOHANG));
    close(ends[0]);
    close(ends[1]);
}

static void with_waitid(void)
{
    int information[32] = { 0 };
    pid_t child = child_with(77);

    GIVES(0, syscall(SYS_waitid, P_ONE, child, information, EXITED | NO_REAP, NULL));
    /* signal, kind of ending (CLD_EXITED), child, its status */
    HOLDS(information[0] == SIGCHLD && information[2] == 1 && information[4] == child && information[6] == 77);
    GIVES(0, syscall(SYS_waitid, P_ALL_CHILDREN, 0, information, EXITED, NULL));
    FAILS(ECHILD, syscall(SYS_waitid, P_ONE, child, information, EXITED, NULL));
    FAILS(EINVAL, syscall(SYS_waitid, P_ALL_CHILDREN, 0, information, 0, NULL));
    FAILS(EINVAL, syscall(SYS_waitid, 99, 0, information, EXITED, NULL));
}

/* Children of a process that has ended get another parent. */
static void orphans(void)
{
    int ends[2];
    pid_t before, after, child;
    char byte;

    GIVES(0, pipe(ends));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        before = getpid();
        if (fork() == 0) {
            do
                usleep(1000);
            while (getppid() == before);
            after = getppid();
            write(ends[1], after > 0 && after != before ? "y" : "n", 1);
            _exit(0);
        }
        _exit(0);
    }
    GIVES(child, waitpid(child, NULL, 0));
    GIVES(1, read(ends[0], &byte, 1));
    HOLDS(byte == 'y');
    /* The orphan is nobody's child here. */
    FAILS(ECHILD, wait(NULL));
}

int main(void)
{
    statuses();
    copies();
    without_waiting();
    with_waitid();
    orphans();
    HOLDS(syscall(SYS_gettid) == getpid());
#ifdef SYS_fork
    {
        long child = syscall(SYS_fork);

        if (child == 0)
            _exit(5);
        GIVES(child, wait(NULL));
    }
#endif
    return finish();
}
