/* sendfile. */
#include "check.h"

int main(void)
{
    long offset = 3;
    char text[16];
    int from, to, ends[2];

    make_file("from", "0123456789");
    from = open("from", O_RDONLY);
    to = open("to", O_RDWR | O_CREAT | O_TRUNC, 0644);
    GIVES(7, syscall(SYS_sendfile, to, from, &offset, 100));
    HOLDS(offset == 10);
    GIVES(0, lseek(from, 0, SEEK_CUR));
    GIVES(4, syscall(SYS_sendfile, to, from, NULL, 4));
    GIVES(4, lseek(from, 0, SEEK_CUR));
    HOLDS(strcmp(text_of("to"), "34567890123") == 0);
    GIVES(0, pipe(ends));
    GIVES(6, syscall(SYS_sendfile, ends[1], from, NULL, 100));
    GIVES(6, read(ends[0], text, sizeof text));
    HOLDS(memcmp(text, "456789", 6) == 0);
    GIVES(0, syscall(SYS_sendfile, to, from, NULL, 100));
    FAILS(EBADF, syscall(SYS_sendfile, -1, from, NULL, 1));
    FAILS(EBADF, syscall(SYS_sendfile, to, -1, NULL, 1));
    FAILS(EBADF, syscall(SYS_sendfile, from, from, NULL, 1));
    FAILS(EFAULT, syscall(SYS_sendfile, to, from, BAD_ADDRESS, 1));
    offset = -1;
    FAILS(EINVAL, syscall(SYS_sendfile, to, from, &offset, 1));
    return finish();
}
