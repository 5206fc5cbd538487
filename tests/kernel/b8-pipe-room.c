/* Room of pipes is a user's: who has too many gets small ones, at last none; what they had comes back with their end. Root is not limited. */
#include "check.h"

enum { CHILDREN = 60, PIPES = 480 };

static int size_of_new(void)
{
    int ends[2], size;

    if (pipe(ends) < 0)
        return -errno;
    size = fcntl(ends[0], F_GETPIPE_SZ);
    close(ends[0]);
    close(ends[1]);
    return size;
}

int main(void)
{
    int report[2], go[2], k, n, small = 0, status, large = 0, count;
    pid_t children[CHILDREN];
    char answer;

    HOLDS(pipe(report) == 0 && pipe(go) == 0);
    for (count = 0; count < CHILDREN && !small; count++) {
        k = count;
        children[k] = fork();
        if (children[k] == 0) {
            char least = 'l';

            HOLDS(setgid(1000) == 0 && setuid(1000) == 0);
            for (n = 0; n < PIPES; n++) {
                int ends[2];

                if (pipe(ends) < 0) {
                    HOLDS(errno == ENFILE);
                    fflush(stdout);
                    break;
                }
                if (fcntl(ends[1], F_GETPIPE_SZ) < 65536)
                    least = 's';
            }
            if (least == 's')                                                        /* and none may be made larger */
                HOLDS(fcntl(report[1], F_SETPIPE_SZ, 1 << 20) > 0 || errno == EPERM);
            write(report[1], &least, 1);
            read(go[0], &least, 1);
            _exit(0);
        }
        GIVES(1, read(report[0], &answer, 1));
        large += answer == 'l';
        small += answer == 's';
    }
    HOLDS(large > 0 && small > 0);
    GIVES(count, large + small);
    GIVES(65536, size_of_new());
    for (k = 0; k < count; k++)
        write(go[1], "x", 1);
    for (k = 0; k < count; k++)
        GIVES(children[k], waitpid(children[k], &status, 0));
    fflush(stdout);
    if (fork() == 0) {
        HOLDS(setuid(1000) == 0);
        GIVES(65536, size_of_new());
        fflush(stdout);
        _exit(0);
    }
    wait(&status);
    return finish();
}
