/* select says that a descriptor is not open, and how much time is left; truncate does not ask for a descriptor. */
#include <errno.h>
#include <stdio.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    struct timeval limit = { 5, 1500000 };
    struct stat status;
    int ends[2], fd;
    fd_set in, out;

    FD_ZERO(&in);
    FD_SET(30, &in);
    errno = 0;
    printf("%d", select(31, &in, NULL, NULL, &limit));
    printf(" %d\n", errno == EBADF);

    if (pipe(ends) != 0)
        return 1;
    FD_ZERO(&in);
    FD_ZERO(&out);
    FD_SET(ends[0], &in);
    FD_SET(ends[1], &out);
    printf("%d", select(ends[1] + 1, &in, &out, NULL, &limit));
    printf(" %d %d %d\n", FD_ISSET(ends[0], &in) != 0, FD_ISSET(ends[1], &out) != 0, limit.tv_sec <= 6 && limit.tv_usec < 1000000);

    fclose(fopen("file", "w"));
    while ((fd = dup(0)) >= 0)
        ;
    printf("%d\n", truncate("file", 1000));
    printf("%d %ld\n", stat("file", &status), (long)status.st_size);
    errno = 0;
    printf("%d", truncate(".", 0));
    printf(" %d\n", errno == EISDIR);
    return 0;
}
