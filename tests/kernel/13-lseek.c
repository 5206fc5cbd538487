/* lseek, and the holes it leaves. */
#include "check.h"

int main(void)
{
    char text[8192];
    int ends[2];
    int fd = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644);
    int zeros = 1;

    GIVES(10, write(fd, "0123456789", 10));
    GIVES(0, lseek(fd, 0, SEEK_SET));
    GIVES(4, lseek(fd, 4, SEEK_CUR));
    GIVES(2, lseek(fd, -2, SEEK_CUR));
    GIVES(10, lseek(fd, 0, SEEK_END));
    GIVES(7, lseek(fd, -3, SEEK_END));
    FAILS(EINVAL, lseek(fd, -1, SEEK_SET));
    FAILS(EINVAL, lseek(fd, -11, SEEK_END));
    FAILS(EINVAL, lseek(fd, -8, SEEK_CUR));
    GIVES(7, lseek(fd, 0, SEEK_CUR));
    FAILS(EINVAL, lseek(fd, 0, 99));
    FAILS(EBADF, lseek(-1, 0, SEEK_SET));
    GIVES(5000, lseek(fd, 5000, SEEK_SET));
    GIVES(0, read(fd, text, 10));
    GIVES(10, lseek(fd, 0, SEEK_END));
    GIVES(5000, lseek(fd, 4990, SEEK_CUR));
    GIVES(3, write(fd, "end", 3));
    GIVES(0, lseek(fd, 0, SEEK_SET));
    GIVES(5003, read(fd, text, sizeof text));
    for (int k = 10; k < 5000; k++)
        zeros &= text[k] == 0;
    HOLDS(zeros && memcmp(text, "0123456789", 10) == 0 && memcmp(text + 5000, "end", 3) == 0);
    GIVES(0, pipe(ends));
    FAILS(ESPIPE, lseek(ends[0], 0, SEEK_SET));
    return finish();
}
