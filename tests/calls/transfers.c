/* Bytes: into, out of and between files, pipes and sockets. Buffers are good, or bad from the first byte on. */
#include "sequences.h"
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/uio.h>

/* A pipe's room is 16 pieces on Linux and 64 KiB here: small pieces, and not many, so it is never full. */
static unsigned long size_for(int fd)
{
    struct stat s;

    if (fstat(fd, &s) == 0 && !S_ISREG(s.st_mode))
        return s.st_mode & S_IFMT ? 1 + any(200) : 8;
    return any(4) ? any(300) : any(20000);
}

static void fill(unsigned long size)
{
    unsigned char first = (unsigned char)any(256);

    for (unsigned long k = 0; k < size; k++)
        buffer[k] = (char)(first + k * 7);
}

static void put_bytes(long size)
{
    if (size > 0)
        note("bytes %016lx", hash_of(buffer, (unsigned long)size));
}

static char *memory(void)
{
    return any(10) ? buffer : (char *)0x20;
}

static long some_offset(void)
{
    return any(12) ? (long)any(30000) : any(2) ? -1 : 1l << 36;
}

void transfer_call(void)
{
    int a = any_fd(), b = any_fd(), k = (int)any(4);
    const char *path = any_path();
    unsigned long size = size_for(a);
    long at = some_offset(), to = some_offset(), r;
    char *m = memory();
    struct stat s;
    /* eventfd, epoll and their like: what some calls say of them depends on Linux's version. */
    int is_event_file = fstat(a, &s) == 0 && !(s.st_mode & S_IFMT);
    struct iovec v[3] = { { buffer, size / 3 }, { m, size / 3 }, { buffer + size / 3, any(100) } };

    switch (any(18)) {
    case 0:
    case 1: put_bytes(called(read(a, m, size), "read %d %d %lu", a, m == buffer, size)); break;
    case 2:
    case 3:
        fill(size);
        called(write(a, m, size), "write %d %d %lu", a, m == buffer, size);
        break;
    case 4: put_bytes(called(pread(a, m, size, at), "pread %d %d %lu %ld", a, m == buffer, size, at)); break;
    case 5:
        fill(size);
        called(pwrite(a, m, size, at), "pwrite %d %d %lu %ld", a, m == buffer, size, at);
        break;
    case 6:
        /* With a bad piece behind a good one the good one counts, or the call has failed: both are allowed. */
        if (m != buffer)
            break;
        put_bytes(called(readv(a, v, 2), "readv %d %lu", a, size / 3));
        break;
    case 7:
        if (m != buffer || is_event_file)
            break;
        fill(size);
        called(writev(a, v, 3), "writev %d %lu %lu", a, size / 3, (unsigned long)v[2].iov_len);
        break;
    case 8: put_bytes(called(preadv(a, v, m == buffer ? 3 : 1, at), "preadv %d %lu %ld", a, size / 3, at)); break;
    case 9: called(lseek(a, k ? at : -(long)size, (int)size % 3), "lseek %d %ld %d", a, k ? at : -(long)size, (int)size % 3); break;
    case 10: called(ftruncate(a, at), "ftruncate %d %ld", a, at); break;
    case 11: called(truncate(path, (long)size), "truncate %s %lu", path, size); break;
    case 12:
        /* From what is no file: that depends on Linux's version. */
        if (fstat(b, &s) == 0 && !S_ISREG(s.st_mode) && !S_ISDIR(s.st_mode))
            break;
        r = called(sendfile(a, b, k & 1 ? &at : NULL, size), "sendfile %d %d %d %ld %lu", a, b, k & 1, at, size);
        note("at %ld", r < 0 ? 0 : at);
        break;
    case 13:
        r = called(syscall(SYS_copy_file_range, (long)a, k & 1 ? &at : NULL, (long)b, k & 2 ? &to : NULL, (long)size, 0l),
                   "copy_file_range %d %d %d %ld %ld %lu", a, b, k, at, to, size);
        note("at %ld to %ld", r < 0 ? 0 : at, r < 0 ? 0 : to);
        break;
    case 14: called(fallocate(a, k, at, (long)size), "fallocate %d %d %ld %lu", a, k, at, size); break;
    case 15:
        if (is_event_file)
            break;
        k = -1;
        r = called(ioctl(a, FIONREAD, &k), "FIONREAD %d", a);
        if (r == 0)
            note("%d", k);
        break;
    case 16: called(fsync(a), "fsync %d", a); break;
    default:
        at = any(2) ? 0 : at;
        r = called(pread(a, buffer, sizeof buffer, at), "pread %d all %ld", a, at);
        put_bytes(r);
    }
}
