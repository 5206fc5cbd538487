/* pipe and pipe2: order, ends, waiting, and what fits. */
#include "check.h"

static char block[65536];
static int ends[2];

static void write_without_reader(void)
{
    if (write(ends[1], "x", 1) == -1)
        _exit(1);
}

static void write_with_signal_ignored(void)
{
    signal(SIGPIPE, SIG_IGN);
    FAILS(EPIPE, write(ends[1], "x", 1));
}

static void flow(void)
{
    unsigned char next = 0;
    int is_whole = 1;
    long total = 0;
    ssize_t size;
    pid_t child;

    GIVES(0, pipe(ends));
    for (int k = 0; k < (int)sizeof block; k++)
        block[k] = (char)(k * 7);
    fflush(stdout);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        for (int k = 0; k < 16; k++)
            if (write(ends[1], block, sizeof block) != sizeof block)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    while ((size = read(ends[0], block, 1000)) > 0) {
        for (int k = 0; k < size; k++, next = (unsigned char)(next + 7))
            is_whole &= (unsigned char)block[k] == next;
        total += size;
    }
    HOLDS(is_whole);
    HOLDS(total == 16 * (long)sizeof block);
    GIVES(0, size);
    waitpid(child, NULL, 0);
    close(ends[0]);
}

static void order(void)
{
    char text[16];

    GIVES(0, pipe(ends));
    GIVES(3, write(ends[1], "abc", 3));
    GIVES(3, write(ends[1], "def", 3));
    GIVES(4, read(ends[0], text, 4));
    HOLDS(memcmp(text, "abcd", 4) == 0);
    GIVES(2, read(ends[0], text, sizeof text));
    HOLDS(memcmp(text, "ef", 2) == 0);
    close(ends[1]);
    GIVES(0, read(ends[0], text, sizeof text));
    GIVES(0, read(ends[0], text, sizeof text));
    close(ends[0]);
}

static void without_waiting(void)
{
    char byte;
    long total = 0;
    ssize_t size;

    GIVES(0, pipe2(ends, O_NONBLOCK | O_CLOEXEC));
    GIVES(O_NONBLOCK, fcntl(ends[0], F_GETFL) & O_NONBLOCK);
    GIVES(FD_CLOEXEC, fcntl(ends[0], F_GETFD));
    FAILS(EAGAIN, read(ends[0], &byte, 1));
    while ((size = write(ends[1], block, 4096)) > 0)
        total += size;
    HOLDS(size == -1 && errno == EAGAIN);
    HOLDS(total == 65536);
    FAILS(EAGAIN, write(ends[1], block, 1));
    GIVES(4096, read(ends[0], block, 4096));
    GIVES(4096, write(ends[1], block, 4096));
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    int wrong[2] = { 7, 7 };

    order();
    flow();
    without_waiting();
    GIVES(0, pipe(ends));
    close(ends[0]);
    HOLDS(ending_of(write_with_signal_ignored) == 0);
    HOLDS(ending_of(write_without_reader) == 128 + SIGPIPE);
    FAILS(EFAULT, pipe((int *)BAD_ADDRESS));
    FAILS(EINVAL, pipe2(wrong, O_RDWR | O_APPEND));
    HOLDS(wrong[0] == 7 && wrong[1] == 7);
    return finish();
}
