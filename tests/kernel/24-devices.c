/* /dev/null, /dev/zero, /dev/full, /dev/urandom. */
#include "check.h"

int main(void)
{
    unsigned char bytes[64];
    int fd, any = 0;

    fd = open("/dev/null", O_RDWR);
    HOLDS(fd >= 0);
    GIVES(0, read(fd, bytes, 10));
    GIVES(10, write(fd, bytes, 10));
    close(fd);
    fd = open("/dev/zero", O_RDWR);
    FAILS(EFAULT, read(fd, BAD_ADDRESS, 1));
    memset(bytes, 1, sizeof bytes);
    GIVES(sizeof bytes, read(fd, bytes, sizeof bytes));
    for (int k = 0; k < (int)sizeof bytes; k++)
        any |= bytes[k];
    HOLDS(any == 0);
    GIVES(10, write(fd, bytes, 10));
    close(fd);
    fd = open("/dev/full", O_WRONLY);
    FAILS(ENOSPC, write(fd, bytes, 10));
    close(fd);
    fd = open("/dev/urandom", O_RDONLY);
    GIVES(sizeof bytes, read(fd, bytes, sizeof bytes));
    for (int k = 0; k < (int)sizeof bytes; k++)
        any |= bytes[k];
    HOLDS(any != 0);
    FAILS(ENOENT, open("/dev/absent", O_RDONLY));
    return finish();
}
