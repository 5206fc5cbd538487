/* Calls that are asked for a great deal at once: others have their turns meanwhile. What they had is counted, no time is asked for. */
#include "check.h"
#include <grp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>

enum { KINDS = 5, BLOCK = 1 << 20, LEAST_TURNS = 2 };

static struct {
    volatile int kind, in_call;      /* kind: from 1 on; -1: that was all */
} *shared;

static char *block;

static void many_pieces(const char *path, int count)
{
    struct iovec pieces[1024];
    int fd = open(path, O_RDONLY);

    for (int k = 0; k < count; k++) {
        pieces[k].iov_base = block;
        pieces[k].iov_len = BLOCK;
    }
    readv(fd, pieces, count);
}

/* ^C, typed often. */
static void keys(void)
{
    int master = open("/dev/ptmx", O_RDWR | O_NOCTTY);

    memset(block, 3, BLOCK);
    write(master, block, BLOCK);
}

static void call(int kind)
{
    switch (kind) {
    case 1: many_pieces("/dev/urandom", 128); break;
    case 2: many_pieces("/dev/zero", 512); break;
    case 3: many_pieces("holes", 1024); break;
    case 4: keys(); break;
    default: sendfile(open("/dev/null", O_WRONLY), open("holes", O_RDONLY), NULL, 1l << 30);
    }
}

static void calls(void)
{
    if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
        _exit(1);
    for (int kind = 1; kind <= KINDS; kind++) {
        shared->kind = kind;
        shared->in_call = 1;
        call(kind);
        shared->in_call = 0;
    }
    shared->kind = -1;
    _exit(0);
}

int main(void)
{
    int turns[KINDS + 1] = { 0 }, fd = open("holes", O_RDWR | O_CREAT, 0644), status;
    pid_t child;

    HOLDS(fd >= 0 && ftruncate(fd, 1l << 30) == 0);
    shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    block = mmap(NULL, BLOCK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    HOLDS(chmod(".", 0755) == 0);
    fflush(stdout);
    child = fork();
    if (child == 0)
        calls();
    while (shared->kind >= 0 && waitpid(child, &status, WNOHANG) == 0) {
        if (shared->in_call)
            turns[shared->kind]++;
        sched_yield();
    }
    GIVES(child, waitpid(child, &status, 0));
    for (int kind = 1; kind <= KINDS; kind++)
        if (turns[kind] < LEAST_TURNS)
            printf("a long call, kind %d, left others %d turns\n", kind, turns[kind]);
    return finish();
}
