#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* shell PROGRAM ARGUMENTS…: an interactive shell at a terminal of its own, to which this program types: each line when the prompt is
   there, each key when a job has the foreground. What the terminal shows is printed. scripts/test-linux-programs.sh compares it with what
   the same shell shows on Linux. */

static const struct {
    const char *line;
    char key;                 /* typed when a job is in the foreground; 0: none */
} typed[] = {
    { "sleep 100", 'Z' - '@' }, { "jobs", 0 }, { "bg", 0 }, { "jobs", 0 }, { "fg", 'C' - '@' }, { "echo $?", 0 },
    { "sleep 200 | sleep 300", 'Z' - '@' }, { "jobs", 0 }, { "fg", 'C' - '@' }, { "read x", 'C' - '@' },
    { "read line", 0 }, { "a line for it", 0 }, { "echo \"<$line>\"", 0 }, { "trap 'echo window' WINCH", 0 }, { "exit 3", 0 },
};

static const char prompt[] = "@ ";
static int master;
static pid_t shell;

/* Prints what comes, until the prompt has come, or a job or end has; 0 at the end. */
static int listen_for(int waits_for_job)
{
    static char last[sizeof prompt];
    struct pollfd p = { master, POLLIN, 0 };
    char byte;

    memset(last, 0, sizeof last);
    for (;;) {
        if (poll(&p, 1, 20) == 0) {
            pid_t foreground = tcgetpgrp(master);

            if (strncmp(last, prompt, sizeof prompt - 1) == 0 || (waits_for_job && foreground > 0 && foreground != shell))
                return 1;
            continue;
        }
        if (read(master, &byte, 1) != 1)
            return 0;
        if (byte != '\r')
            putchar(byte);
        memmove(last, last + 1, sizeof prompt - 2);
        last[sizeof prompt - 2] = byte;
    }
}

int main(int count, char **arguments)
{
    int status;

    if (count < 2)
        return 2;
    master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        return 2;
    shell = fork();
    if (shell == 0) {
        int slave;

        setsid();
        slave = open(ptsname(master), O_RDWR);
        for (int fd = 0; fd < 3; fd++)
            dup2(slave, fd);
        close(slave);
        close(master);
        setenv("PS1", prompt, 1);
        execv(arguments[1], arguments + 1);
        _exit(127);
    }
    for (size_t k = 0; k < sizeof typed / sizeof *typed && listen_for(0); k++) {
        dprintf(master, "%s\n", typed[k].line);
        /* `read` waits without a job and without a prompt. */
        if (strncmp(typed[k].line, "read", 4) == 0) {
            usleep(300000);
            if (typed[k].key)
                write(master, &typed[k].key, 1);
            else
                dprintf(master, "%s\n", typed[++k].line);
        } else if (typed[k].key) {
            if (!listen_for(1))
                break;
            /* A pipe has more than its first process. */
            usleep(200000);
            write(master, &typed[k].key, 1);
        }
    }
    while (listen_for(0))
        ;
    waitpid(shell, &status, 0);
    printf("status %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    return 0;
}
