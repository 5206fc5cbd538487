/* ppoll on pipes and files. */
#include "check.h"
#include <poll.h>

int main(void)
{
    struct pollfd files[3];
    int ends[2], fd;

    GIVES(0, pipe(ends));
    make_file("file", "text");
    fd = open("file", O_RDWR);
    files[0] = (struct pollfd){ ends[0], POLLIN, 0 };
    files[1] = (struct pollfd){ ends[1], POLLOUT, 0 };
    files[2] = (struct pollfd){ fd, POLLIN | POLLOUT, 0 };
    GIVES(2, poll(files, 3, 0));
    HOLDS(files[0].revents == 0 && files[1].revents == POLLOUT && files[2].revents == (POLLIN | POLLOUT));
    GIVES(0, poll(files, 1, 10));
    if (fork() == 0) {
        usleep(10000);
        write(ends[1], "x", 1);
        _exit(0);
    }
    GIVES(1, poll(files, 1, -1));
    HOLDS(files[0].revents == POLLIN);
    wait(NULL);
    close(ends[1]);
    GIVES(1, poll(files, 1, -1));
    HOLDS(files[0].revents & POLLHUP);
    files[0].fd = 99;
    GIVES(1, poll(files, 1, -1));
    HOLDS(files[0].revents == POLLNVAL);
    files[0].fd = -1;
    GIVES(0, poll(files, 1, 0));
    FAILS(EFAULT, poll((struct pollfd *)BAD_ADDRESS, 1, 0));
    return finish();
}
