/* ftruncate and truncate. */
#include "check.h"

int main(void)
{
    char text[9000];
    int fd, only_read, zeros = 1, ends[2];

    make_file("file", "0123456789");
    fd = open("file", O_RDWR);
    GIVES(0, ftruncate(fd, 4));
    GIVES(4, lseek(fd, 0, SEEK_END));
    GIVES(0, ftruncate(fd, 8200));
    GIVES(8200, pread(fd, text, sizeof text, 0));
    for (int k = 4; k < 8200; k++)
        zeros &= text[k] == 0;
    HOLDS(zeros && memcmp(text, "0123", 4) == 0);
    GIVES(4, pwrite(fd, "tail", 4, 8192));
    GIVES(0, ftruncate(fd, 8193));
    GIVES(0, ftruncate(fd, 8200));
    GIVES(8200, pread(fd, text, sizeof text, 0));
    HOLDS(text[8192] == 't' && text[8193] == 0 && text[8195] == 0);
    FAILS(EINVAL, ftruncate(fd, -1));
    FAILS(EBADF, ftruncate(-1, 0));
    only_read = open("file", O_RDONLY);
    FAILS(EINVAL, ftruncate(only_read, 0));
    GIVES(0, pipe(ends));
    FAILS(EINVAL, ftruncate(ends[1], 0));
    GIVES(0, truncate("file", 2));
    HOLDS(strcmp(text_of("file"), "01") == 0);
    FAILS(ENOENT, truncate("absent", 2));
    FAILS(EISDIR, truncate(".", 2));
    return finish();
}
