/* A writer that has come and gone before the reader runs was there all the same; and the other way round. */
#include "check.h"

int main(void)
{
    char text[16];
    pid_t child;
    int fd, status;

    HOLDS(mkfifo("fifo", 0644) == 0);
    for (int k = 0; k < 20; k++) {
        fflush(stdout);
        child = fork();
        if (child == 0) {
            fd = open("fifo", O_WRONLY);
            if (write(fd, "text", 4) != 4)
                _exit(1);
            close(fd);
            _exit(0);
        }
        fd = open("fifo", O_RDONLY);
        HOLDS(fd >= 0);
        GIVES(4, read(fd, text, sizeof text));
        GIVES(0, read(fd, text, sizeof text));
        close(fd);
        HOLDS(waitpid(child, &status, 0) == child && status == 0);
    }
    /* A pipe is no fifo: its ends are opened again without waiting. */
    int ends[2];
    HOLDS(pipe(ends) == 0);
    HOLDS(write(ends[1], "rest", 4) == 4);
    close(ends[1]);
    HOLDS(dup2(ends[0], 0) == 0);
    fd = open("/dev/stdin", O_RDONLY);
    HOLDS(fd >= 0);
    GIVES(4, read(fd, text, sizeof text));
    GIVES(0, read(fd, text, sizeof text));
    return finish();
}
