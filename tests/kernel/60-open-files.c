/* As many open files as the limit says, and then EMFILE; closing one makes room for one. */
#include "check.h"
#include <sys/resource.h>

int main(void)
{
    struct rlimit limit;
    int first, last = -1, fd, count = 0, ends[2];

    GIVES(0, getrlimit(RLIMIT_NOFILE, &limit));
    if (limit.rlim_cur > 1024)
        limit.rlim_cur = 1024;
    GIVES(0, setrlimit(RLIMIT_NOFILE, &limit));
    first = open("/dev/null", O_RDONLY);
    HOLDS(first >= 3);
    while ((fd = open("/dev/null", O_RDONLY)) >= 0) {
        last = fd;
        count++;
    }
    HOLDS(errno == EMFILE);
    HOLDS(last == (int)limit.rlim_cur - 1);
    FAILS(EMFILE, dup(0));
    FAILS(EMFILE, pipe(ends));
    FAILS(EMFILE, open("new", O_WRONLY | O_CREAT, 0644));
    close(last - 3);
    FAILS(EMFILE, pipe(ends));
    GIVES(last - 3, dup(0));
    FAILS(EMFILE, fcntl(0, F_DUPFD, 3));
    FAILS(EINVAL, fcntl(0, F_DUPFD, (int)limit.rlim_cur));
    /* A child has them all. */
    if (fork() == 0)
        _exit(dup(0) == -1 && errno == EMFILE && close(last) == 0 ? 3 : 4);
    GIVES(1, wait(&fd) > 0);
    HOLDS(WEXITSTATUS(fd) == 3);
    for (fd = 3; fd < (int)limit.rlim_cur; fd++)
        close(fd);
    GIVES(3, dup(0));
    return finish();
}
