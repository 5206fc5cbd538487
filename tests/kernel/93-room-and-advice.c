/* fallocate, advice, the syncs, extended attributes, preadv2, close_range: good and bad cases. */
#include "check.h"
#include <sys/uio.h>

static char text[20000];

static long size_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? (long)status.st_size : -1;
}

static long blocks_of(int fd)
{
    struct stat status;

    return fstat(fd, &status) == 0 ? (long)status.st_blocks : -1;
}

static void room(int fd, int reader, int pipe_end)
{
    GIVES(0, fallocate(fd, 0, 0, 10000));
    HOLDS(size_of("file") == 10000 && blocks_of(fd) >= 20);
    GIVES(0, fallocate(fd, 0, 0, 100));
    HOLDS(size_of("file") == 10000);
    GIVES(0, fallocate(fd, 1, 10000, 10000));
    HOLDS(size_of("file") == 10000);
    memset(text, 'x', sizeof text);
    GIVES(16384, pwrite(fd, text, 16384, 0));
    GIVES(0, fallocate(fd, 3, 100, 9000));
    HOLDS(size_of("file") == 16384);
    GIVES(16384, pread(fd, text, sizeof text, 0));
    HOLDS(text[99] == 'x' && text[100] == 0 && text[4096] == 0 && text[9099] == 0 && text[9100] == 'x');
    /* Within a page, and beyond the end. */
    GIVES(0, fallocate(fd, 3, 12300, 10));
    GIVES(0, fallocate(fd, 3, 16380, 100000));
    GIVES(16384, pread(fd, text, sizeof text, 0));
    HOLDS(text[12299] == 'x' && text[12300] == 0 && text[12309] == 0 && text[12310] == 'x' && text[16379] == 'x' && text[16380] == 0);
    FAILS(EBADF, fallocate(-1, 0, 0, 1));
    FAILS(EBADF, fallocate(reader, 0, 0, 1));
    FAILS(EINVAL, fallocate(fd, 0, -1, 1));
    FAILS(EINVAL, fallocate(fd, 0, 0, 0));
    FAILS(EOPNOTSUPP, fallocate(fd, 2, 0, 1));
    FAILS(ESPIPE, fallocate(pipe_end, 0, 0, 1));
    FAILS(EFBIG, fallocate(fd, 0, 1l << 62, 1l << 61));
}

static void advice(int fd, int pipe_end)
{
    GIVES(0, posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL));
    GIVES(EINVAL, posix_fadvise(fd, 0, 0, 17));
    GIVES(EBADF, posix_fadvise(-1, 0, 0, POSIX_FADV_NORMAL));
    GIVES(ESPIPE, posix_fadvise(pipe_end, 0, 0, POSIX_FADV_NORMAL));
    GIVES(0, syscall(SYS_readahead, fd, 0l, 4096l));
    FAILS(EBADF, syscall(SYS_readahead, -1, 0l, 4096l));
    GIVES(0, syscall(SYS_sync_file_range, fd, 0l, 4096l, 7l));
    FAILS(EINVAL, syscall(SYS_sync_file_range, fd, 0l, 4096l, 8l));
    FAILS(EINVAL, syscall(SYS_sync_file_range, fd, -1l, 4096l, 7l));
    FAILS(ESPIPE, syscall(SYS_sync_file_range, pipe_end, 0l, 4096l, 7l));
    GIVES(0, syncfs(fd));
    FAILS(EBADF, syncfs(-1));
}

/* Whether there could be any is for the file system to say. */
static void attributes(int fd)
{
    HOLDS(syscall(SYS_getxattr, "file", "user.none", text, 10l) == -1 && (errno == EOPNOTSUPP || errno == ENODATA));
    HOLDS(syscall(SYS_fgetxattr, fd, "user.none", text, 10l) == -1 && (errno == EOPNOTSUPP || errno == ENODATA));
    FAILS(ENOENT, syscall(SYS_getxattr, "absent", "user.none", text, 10l));
    FAILS(EBADF, syscall(SYS_flistxattr, -1, text, 10l));
    FAILS(ENOENT, syscall(SYS_lremovexattr, "absent", "user.none"));
}

static void flags(int fd)
{
    struct iovec piece = { text, 5 };

    GIVES(5, pwrite(fd, "12345", 5, 0));
    GIVES(5, syscall(SYS_preadv2, fd, &piece, 1l, 0l, 0l, 0l));
    HOLDS(memcmp(text, "12345", 5) == 0);
    GIVES(2, lseek(fd, 2, SEEK_SET));
    GIVES(5, syscall(SYS_preadv2, fd, &piece, 1l, -1l, -1l, 0l));
    HOLDS(lseek(fd, 0, SEEK_CUR) == 7 && memcmp(text, "345", 3) == 0);
    FAILS(EOPNOTSUPP, syscall(SYS_preadv2, fd, &piece, 1l, 0l, 0l, 0x40000000l));
    GIVES(0, ftruncate(fd, 10));
    memcpy(text, "abcde", 5);
    GIVES(5, syscall(SYS_pwritev2, fd, &piece, 1l, 0l, 0l, 16l));
    HOLDS(size_of("file") == 15);
    GIVES(5, syscall(SYS_pwritev2, fd, &piece, 1l, 1l, 0l, 0l));
    GIVES(6, pread(fd, text, 6, 0));
    HOLDS(memcmp(text, "1abcde", 6) == 0);
    FAILS(EBADF, syscall(SYS_preadv2, -1, &piece, 1l, 0l, 0l, 0l));
    FAILS(EFAULT, syscall(SYS_preadv2, fd, BAD_ADDRESS, 1l, 0l, 0l, 0l));
}

static void ranges(void)
{
    int first = open("file", O_RDONLY);

    for (int k = 0; k < 5; k++)
        dup2(first, 50 + k);
    GIVES(0, syscall(436, 51l, 52l, 0l));
    FAILS(EBADF, fcntl(51, F_GETFD));
    FAILS(EBADF, fcntl(52, F_GETFD));
    GIVES(0, fcntl(53, F_GETFD));
    GIVES(0, syscall(436, 53l, 53l, 4l));
    GIVES(FD_CLOEXEC, fcntl(53, F_GETFD));
    GIVES(0, syscall(436, 40l, 0xffffffffl, 2l));
    FAILS(EBADF, fcntl(50, F_GETFD));
    FAILS(EBADF, fcntl(54, F_GETFD));
    FAILS(EINVAL, syscall(436, 5l, 4l, 0l));
    FAILS(EINVAL, syscall(436, 60l, 61l, 1l));
    close(first);
}

static void random_bytes(void)
{
    memset(text, 0, sizeof text);
    GIVES(0, syscall(SYS_getrandom, text, 0l, 0l));
    GIVES(20000, syscall(SYS_getrandom, text, 20000l, 1l));
    HOLDS(memcmp(text, text + 10000, 10000) != 0);
    FAILS(EINVAL, syscall(SYS_getrandom, text, 10l, 8l));
    FAILS(EINVAL, syscall(SYS_getrandom, text, 10l, 6l));
    FAILS(EFAULT, syscall(SYS_getrandom, BAD_ADDRESS, 10l, 0l));
}

int main(void)
{
    int fd = open("file", O_RDWR | O_CREAT, 0644), reader = open("file", O_RDONLY), ends[2];

    GIVES(0, pipe(ends));
    room(fd, reader, ends[1]);
    advice(fd, ends[1]);
    attributes(fd);
    flags(fd);
    ranges();
    random_bytes();
    return finish();
}
