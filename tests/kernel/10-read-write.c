/* read, write, pread64, pwrite64, readv, writev: what they do, and every way to be wrong. */
#include "check.h"
#include <sys/uio.h>

static void positions(void)
{
    char text[32] = { 0 };
    int fd = open("positions", O_RDWR | O_CREAT | O_TRUNC, 0644);

    GIVES(10, write(fd, "0123456789", 10));
    GIVES(3, pread(fd, text, 3, 4));
    HOLDS(memcmp(text, "456", 3) == 0);
    GIVES(0, pread(fd, text, 3, 10));
    GIVES(2, pread(fd, text, 5, 8));
    GIVES(2, pwrite(fd, "ab", 2, 12));
    GIVES(10, lseek(fd, 0, SEEK_CUR));
    GIVES(4, read(fd, text, 20));
    HOLDS(memcmp(text, "\0\0ab", 4) == 0);
    GIVES(0, read(fd, text, 20));
    GIVES(0, read(fd, text, 0));
    GIVES(0, write(fd, text, 0));
    FAILS(EINVAL, pread(fd, text, 3, -1));
    FAILS(EINVAL, pwrite(fd, text, 3, -1));
    close(fd);
}

static void vectors(void)
{
    char a[4], b[8], c[2];
    struct iovec out[3] = { { "abc", 3 }, { NULL, 0 }, { "defghij", 7 } };
    struct iovec in[3] = { { a, 4 }, { b, 5 }, { c, 2 } };
    struct iovec wrong[2] = { { "abc", 3 }, { BAD_ADDRESS, 3 } };
    int fd = open("vectors", O_RDWR | O_CREAT | O_TRUNC, 0644);

    GIVES(10, writev(fd, out, 3));
    GIVES(0, lseek(fd, 0, SEEK_SET));
    GIVES(10, readv(fd, in, 3));
    HOLDS(memcmp(a, "abcd", 4) == 0 && memcmp(b, "efghi", 5) == 0 && c[0] == 'j');
    GIVES(0, readv(fd, in, 3));
    GIVES(0, writev(fd, out, 0));
    FAILS(EINVAL, writev(fd, out, -1));
    FAILS(EINVAL, writev(fd, out, 1025));
    FAILS(EFAULT, writev(fd, (struct iovec *)BAD_ADDRESS, 1));
    /* What came before the bad part may have been written. */
    HOLDS(writev(fd, wrong, 2) == 3 || errno == EFAULT);
    FAILS(EFAULT, writev(fd, wrong + 1, 1));
    out[0].iov_len = (size_t)-1;
    FAILS(EINVAL, writev(fd, out, 3));
    FAILS(EBADF, readv(-1, in, 3));
    close(fd);
}

static void wrong(void)
{
    char text[8];
    int ends[2];
    int only_read, only_write, folder;

    make_file("wrong", "text");
    only_read = open("wrong", O_RDONLY);
    only_write = open("wrong", O_WRONLY);
    folder = open(".", O_RDONLY | O_DIRECTORY);
    HOLDS(only_read >= 0 && only_write >= 0 && folder >= 0);
    FAILS(EBADF, read(-1, text, 1));
    FAILS(EBADF, read(1000, text, 1));
    FAILS(EBADF, write(-1, text, 1));
    FAILS(EBADF, read(only_write, text, 1));
    FAILS(EBADF, write(only_read, text, 1));
    FAILS(EISDIR, read(folder, text, 1));
    FAILS(EBADF, write(folder, text, 1));
    FAILS(EFAULT, read(only_read, BAD_ADDRESS, 1));
    FAILS(EFAULT, read(only_read, KERNEL_ADDRESS, 1));
    FAILS(EFAULT, write(only_write, BAD_ADDRESS, 1));
    FAILS(EFAULT, write(only_write, KERNEL_ADDRESS, 4));
    /* Text of the program cannot be written to. */
    FAILS(EFAULT, read(only_read, (void *)&wrong, 4));
    HOLDS(strcmp(text_of("wrong"), "text") == 0);

    GIVES(0, pipe(ends));
    FAILS(ESPIPE, pread(ends[0], text, 1, 0));
    FAILS(ESPIPE, pwrite(ends[1], text, 1, 0));
    FAILS(EBADF, read(ends[1], text, 1));
    FAILS(EBADF, write(ends[0], text, 1));
    FAILS(EFAULT, write(ends[1], BAD_ADDRESS, 1));
    GIVES(1, write(ends[1], "x", 1));
    FAILS(EFAULT, read(ends[0], BAD_ADDRESS, 1));
}

int main(void)
{
    positions();
    vectors();
    wrong();
    return finish();
}
