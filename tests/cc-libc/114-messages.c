/* error, err, psignal, syslog with LOG_PERROR, fmtmsg: what they write to standard error. */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <fmtmsg.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <syslog.h>
#include <unistd.h>

static void name(void)
{
    fprintf(stderr, "NAME:");
}

int main(void)
{
    int status;

    dup2(1, 2);
    setvbuf(stdout, NULL, _IONBF, 0);
    error_print_progname = name;
    error(0, 0, "plain %d", 5);
    error(0, ENOENT, "with %s", "a number");
    error_at_line(0, 0, "file.c", 12, "place");
    error_at_line(0, EACCES, "file.c", 13, "place");
    error_one_per_line = 1;
    error_at_line(0, 0, "file.c", 14, "first");
    error_at_line(0, 0, "file.c", 14, "again");
    error_at_line(0, 0, "file.c", 15, "next");
    printf("%u\n", error_message_count);
    if (fork() == 0) error(7, 0, "ends");
    wait(&status);
    printf("%d\n", WEXITSTATUS(status));
    psignal(SIGINT, "stopped");
    psignal(SIGSEGV, NULL);
    openlog("program", LOG_PERROR, LOG_USER);
    errno = EPERM;
    syslog(LOG_INFO, "message %d of %s: %m", 1, "many");
    printf("%d\n", setlogmask(LOG_UPTO(LOG_ERR)) == LOG_UPTO(LOG_DEBUG));
    syslog(LOG_INFO, "not to be seen");
    syslog(LOG_ERR, "line\n");
    openlog("other", LOG_PERROR | LOG_PID, LOG_DAEMON);
    closelog();
    printf("%d\n", fmtmsg(MM_PRINT, "library:part", MM_ERROR, "no way", "go back", "library:part:1"));
    return 0;
}
