/* splice, tee, vmsplice, and sizes of pipes: bytes from and to files, pipes and memory, places, ends, waiting; and what is refused. */
#include "check.h"
#include <sys/syscall.h>
#include <sys/uio.h>

static int in, out, in2, out2;

static void make_pipes(int flags)
{
    int ends[2];

    HOLDS(pipe2(ends, flags) == 0);
    in = ends[0];
    out = ends[1];
    HOLDS(pipe2(ends, flags) == 0);
    in2 = ends[0];
    out2 = ends[1];
}

static void close_pipes(void)
{
    close(in);
    close(out);
    close(in2);
    close(out2);
}

static int holds(int fd, const char *text)
{
    char buffer[64];
    ssize_t size = read(fd, buffer, sizeof buffer);

    return size == (ssize_t)strlen(text) && memcmp(buffer, text, size) == 0;
}

static void files(void)
{
    int from, to;
    off_t place = 2, other = 1;

    make_pipes(O_NONBLOCK);
    make_file("from", "0123456789");
    make_file("to", "abcdefgh");
    from = open("from", O_RDONLY);
    to = open("to", O_RDWR);
    GIVES(4, splice(from, NULL, out, NULL, 4, 0));
    GIVES(4, lseek(from, 0, SEEK_CUR));
    GIVES(5, splice(from, &place, out, NULL, 5, SPLICE_F_MOVE));
    GIVES(7, place);
    GIVES(4, lseek(from, 0, SEEK_CUR));
    GIVES(6, splice(from, NULL, out, NULL, 100, 0));
    GIVES(0, splice(from, NULL, out, NULL, 100, 0));
    GIVES(3, splice(in, NULL, to, &other, 3, SPLICE_F_MORE));
    GIVES(4, other);
    GIVES(0, lseek(to, 0, SEEK_CUR));
    GIVES(2, splice(in, NULL, to, NULL, 2, 0));
    GIVES(2, lseek(to, 0, SEEK_CUR));
    HOLDS(strcmp(text_of("to"), "3212efgh") == 0);
    HOLDS(holds(in, "3456456789"));
    FAILS(EAGAIN, splice(in, NULL, to, NULL, 2, 0));
    GIVES(0, splice(in, NULL, to, NULL, 0, 0));
    close(out);
    GIVES(0, splice(in, NULL, to, NULL, 2, 0));
    close(from);
    close(to);
    close_pipes();
}

static void pipes(void)
{
    int null = open("/dev/null", O_WRONLY);

    make_pipes(O_NONBLOCK);
    FAILS(EAGAIN, tee(in, out2, 10, 0));
    FAILS(EAGAIN, splice(in, NULL, out2, NULL, 10, 0));
    write(out, "hello", 5);
    GIVES(3, tee(in, out2, 3, 0));
    HOLDS(holds(in2, "hel"));
    GIVES(5, tee(in, out2, 100, 0));
    HOLDS(holds(in2, "hello"));
    GIVES(2, splice(in, NULL, out2, NULL, 2, 0));
    HOLDS(holds(in2, "he"));
    GIVES(3, splice(in, NULL, out2, NULL, 2000, 0));
    HOLDS(holds(in2, "llo"));
    write(out, "rest", 4);
    GIVES(4, splice(in, NULL, null, NULL, 100, 0));
    close(out);
    GIVES(0, splice(in, NULL, out2, NULL, 10, 0));
    GIVES(0, tee(in, out2, 10, 0));
    close(null);
    close_pipes();
}

static void memory(void)
{
    char a[4] = "abc", b[8] = "defg", c[16];
    struct iovec pieces[2];

    make_pipes(O_NONBLOCK);
    pieces[0].iov_base = a;
    pieces[0].iov_len = 3;
    pieces[1].iov_base = b;
    pieces[1].iov_len = 4;
    GIVES(7, vmsplice(out, pieces, 2, 0));
    pieces[0].iov_base = c;
    pieces[0].iov_len = 2;
    pieces[1].iov_base = c + 2;
    pieces[1].iov_len = 10;
    GIVES(7, vmsplice(in, pieces, 2, 0));
    HOLDS(memcmp(c, "abcdefg", 7) == 0);
    FAILS(EAGAIN, vmsplice(in, pieces, 2, SPLICE_F_NONBLOCK));
    GIVES(0, vmsplice(in, pieces, 0, 0));
    pieces[0].iov_base = BAD_ADDRESS;
    FAILS(EFAULT, vmsplice(out, pieces, 1, 0));
    FAILS(EFAULT, vmsplice(out, (struct iovec *)BAD_ADDRESS, 1, 0));
    FAILS(EINVAL, vmsplice(out, pieces, 1025, 0));
    pieces[0].iov_base = c;
    FAILS(EINVAL, vmsplice(out, pieces, 1, 16));
    FAILS(EBADF, vmsplice(99, pieces, 1, 0));
    close_pipes();
}

/* More than a pipe holds, through a process that splices on, with all who wait. */
static void waiting(void)
{
    static char block[10000];
    int status, from, to, total = 0, k;
    ssize_t size;
    pid_t child;
    off_t place = 0;

    make_pipes(0);
    from = open("large", O_RDWR | O_CREAT | O_TRUNC, 0600);
    for (k = 0; k < 30; k++) {
        memset(block, 'a' + k % 26, sizeof block);
        write(from, block, sizeof block);
    }
    child = fork();
    if (child == 0) {
        close(in);
        close(out2);
        while ((size = splice(from, &place, out, NULL, 300000, 0)) > 0)
            total += size;
        _exit(total != 300000);
    }
    close(out);
    to = open("copy", O_RDWR | O_CREAT | O_TRUNC, 0600);
    while ((size = splice(in, NULL, out2, NULL, 7777, 0)) > 0)
        while (size > 0) {
            ssize_t part = splice(in2, NULL, to, NULL, size, 0);

            HOLDS(part > 0);
            if (part <= 0)
                break;
            size -= part;
            total += part;
        }
    GIVES(0, size);
    GIVES(300000, total);
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, status);
    for (k = 0; k < 300000; k += 9999) {
        char byte;

        GIVES(1, pread(to, &byte, 1, k));
        GIVES('a' + k / 10000 % 26, byte);
    }
    close(from);
    close(to);
    close_pipes();
}

static void refusals(void)
{
    int file, append, folder = open(".", O_RDONLY);
    off_t place = 0;
    struct iovec piece = { (void *)"x", 1 };

    make_pipes(O_NONBLOCK);
    write(out, "text", 4);
    make_file("from", "text");
    file = open("from", O_RDWR);
    append = open("from", O_WRONLY | O_APPEND);
    FAILS(EBADF, splice(99, NULL, out, NULL, 1, 0));
    FAILS(EBADF, splice(file, NULL, 99, NULL, 1, 0));
    FAILS(EBADF, splice(out, NULL, out2, NULL, 1, 0));
    FAILS(EBADF, splice(in, NULL, in2, NULL, 1, 0));
    FAILS(EINVAL, splice(file, NULL, file, NULL, 1, 0));
    FAILS(EINVAL, splice(in, NULL, out, NULL, 1, 0));
    FAILS(EINVAL, splice(in, NULL, append, NULL, 1, 0));
    FAILS(EINVAL, splice(folder, NULL, out, NULL, 1, 0));
    FAILS(EINVAL, splice(in, NULL, out2, NULL, 1, 16));
    FAILS(ESPIPE, splice(in, &place, file, NULL, 1, 0));
    FAILS(ESPIPE, splice(file, NULL, out, &place, 1, 0));
    FAILS(EFAULT, splice(file, (off_t *)BAD_ADDRESS, out, NULL, 1, 0));
    place = -1;
    FAILS(EINVAL, splice(file, &place, out, NULL, 1, 0));
    FAILS(EBADF, tee(99, out, 1, 0));
    FAILS(EBADF, tee(out, out2, 1, 0));
    FAILS(EINVAL, tee(file, out, 1, 0));
    FAILS(EINVAL, tee(in, out, 1, 0));
    FAILS(EINVAL, tee(in, out2, 1, 16));
    FAILS(EBADF, vmsplice(file, &piece, 1, 0));
    signal(SIGPIPE, SIG_IGN);
    close(in2);
    FAILS(EPIPE, splice(in, NULL, out2, NULL, 1, 0));
    FAILS(EPIPE, splice(file, NULL, out2, NULL, 1, 0));
    HOLDS(holds(in, "text"));
    close(file);
    close(append);
    close(folder);
    close_pipes();
}

static void sizes(void)
{
    static char block[70000];
    int k;

    make_pipes(O_NONBLOCK);
    GIVES(65536, fcntl(in, F_GETPIPE_SZ));
    GIVES(65536, write(out, block, sizeof block));
    FAILS(EBUSY, fcntl(in, F_SETPIPE_SZ, 32768));
    GIVES(60000, read(in, block, 60000));
    GIVES(8192, fcntl(out, F_SETPIPE_SZ, 5000));
    GIVES(8192, fcntl(in, F_GETPIPE_SZ));
    FAILS(EAGAIN, write(out, block, 4096));
    GIVES(5536, read(in, block, sizeof block));
    GIVES(8192, write(out, block, sizeof block));
    GIVES(262144, fcntl(out, F_SETPIPE_SZ, 262144));
    GIVES(8192, read(in, block, sizeof block));
    for (k = 0; k < 5; k++)
        GIVES(50000, write(out, block, 50000));
    for (k = 0; k < 5; k++)
        GIVES(50000, read(in, block, 50000));
    GIVES(4096, fcntl(out, F_SETPIPE_SZ, 1));
    GIVES(4096, fcntl(out, F_SETPIPE_SZ, 0));
    GIVES(1048576, fcntl(out, F_SETPIPE_SZ, 1048576));
    FAILS(EINVAL, fcntl(out, F_SETPIPE_SZ, 0xffffffffu));
    k = open("from", O_RDWR);
    FAILS(EBADF, fcntl(k, F_SETPIPE_SZ, 4096));
    FAILS(EBADF, fcntl(k, F_GETPIPE_SZ));
    close(k);
    close_pipes();
}

int main(void)
{
    files();
    pipes();
    memory();
    waiting();
    refusals();
    sizes();
    return finish();
}
