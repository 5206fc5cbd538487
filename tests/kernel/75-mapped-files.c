/* Files in memory: shared mappings write to the file, private ones do not, and both see what others write. */
#include "check.h"
#include <setjmp.h>
#include <sys/mman.h>

enum { PAGE = 4096 };

static sigjmp_buf back;
static int code;
static char *fault_address;

static void handler(int number, siginfo_t *info, void *context)
{
    (void)context;
    code = info->si_code;
    fault_address = info->si_addr;
    siglongjmp(back, number);
}

/* The signal that a touch of this byte gives, or 0. */
static int touch(volatile char *at, int write)
{
    int number = sigsetjmp(back, 1);

    if (number == 0) {
        if (write)
            *at = 'w';
        else
            (void)*at;
    }
    return number;
}

static int new_file(const char *path, long size)
{
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0644);

    HOLDS(fd >= 0 && ftruncate(fd, size) == 0);
    return fd;
}

static char *map(int fd, long size, int rights, int kind, long offset)
{
    char *at = mmap(NULL, (size_t)size, rights, kind, fd, offset);

    HOLDS(at != MAP_FAILED);
    return at;
}

static void writes_reach_the_file(void)
{
    int fd = new_file("shared", 3 * PAGE), other = open("shared", O_RDWR);
    char *one = map(fd, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, 0), *two = map(other, PAGE, PROT_READ, MAP_SHARED, PAGE);
    char *own = map(fd, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, 0), text[8];

    close(fd);
    /* A hole that was seen as zeros becomes a page. */
    HOLDS(two[5] == 0 && own[PAGE + 5] == 0);
    strcpy(one + PAGE + 5, "hello");
    HOLDS(strcmp(two + 5, "hello") == 0 && strcmp(own + PAGE + 5, "hello") == 0);
    GIVES(6, pread(other, text, 6, PAGE + 5));
    HOLDS(strcmp(text, "hello") == 0);
    GIVES(5, pwrite(other, "world", 5, PAGE + 5));
    HOLDS(strcmp(one + PAGE + 5, "world") == 0 && strcmp(two + 5, "world") == 0);
    GIVES(2, pwrite(other, "hi", 2, 2 * PAGE));
    HOLDS(one[2 * PAGE] == 'h' && own[2 * PAGE] == 'h');

    /* A private page that was written is nobody else's, and no longer follows. */
    own[PAGE + 5] = 'W';
    HOLDS(strcmp(own + PAGE + 5, "World") == 0 && strcmp(one + PAGE + 5, "world") == 0);
    GIVES(1, pwrite(other, "x", 1, PAGE + 6));
    HOLDS(own[PAGE + 6] == 'o' && one[PAGE + 6] == 'x' && two[6] == 'x');
    GIVES(0, madvise(own, 3 * PAGE, MADV_DONTNEED));
    HOLDS(strcmp(own + PAGE + 5, "wxrld") == 0);

    /* Between the mapping and the file itself. */
    GIVES(PAGE, pwrite(other, one + PAGE, PAGE, 0));
    HOLDS(memcmp(one, one + PAGE, PAGE) == 0);
    memset(one + 2 * PAGE, 'r', PAGE);
    GIVES(PAGE, pread(other, one + 2 * PAGE, PAGE, PAGE));
    HOLDS(memcmp(one + 2 * PAGE, one + PAGE, PAGE) == 0);

    GIVES(0, msync(one, 3 * PAGE, MS_SYNC));
    GIVES(0, msync(one, 3 * PAGE, MS_ASYNC));
    FAILS(EINVAL, msync(one, PAGE, MS_ASYNC | MS_SYNC));
    FAILS(EINVAL, msync(one, PAGE, 64));
    FAILS(EINVAL, msync(one + 1, PAGE, MS_SYNC));
    GIVES(0, munmap(one + PAGE, PAGE));
    FAILS(ENOMEM, msync(one, 3 * PAGE, MS_SYNC));
    GIVES(0, munmap(one, 3 * PAGE));
    munmap(two, PAGE);
    munmap(own, 3 * PAGE);
    close(other);
}

static char *area;

static void child_writes(void)
{
    area[1] = 'c';
    area[PAGE] = 'C';
    strcpy(area + 100, "from the child");
}

static void children_share(void)
{
    int fd = new_file("child", 2 * PAGE);
    char text[16];

    area = map(fd, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, 0);
    area[0] = 'p';
    GIVES(0, ending_of(child_writes));
    HOLDS(area[0] == 'p' && area[1] == 'c' && area[PAGE] == 'C' && strcmp(area + 100, "from the child") == 0);
    GIVES(15, pread(fd, text, 15, 100));
    HOLDS(strcmp(text, "from the child") == 0);
    munmap(area, 2 * PAGE);

    area = map(fd, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, 0);
    area[1] = 'q';
    GIVES(0, ending_of(child_writes));
    HOLDS(area[1] == 'q' && area[PAGE] == 'C');
    munmap(area, 2 * PAGE);
    close(fd);
}

static void behind_the_end(void)
{
    int fd = new_file("short", PAGE + 10), out = open("/dev/null", O_WRONLY), ends[2];
    char *shared = map(fd, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, 0), *own = map(fd, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, 0), byte;

    HOLDS(pipe(ends) == 0);
    HOLDS(touch(shared + PAGE + 10, 0) == 0 && touch(own + 2 * PAGE - 1, 0) == 0);
    HOLDS(touch(shared + 2 * PAGE + 3, 0) == SIGBUS && code == BUS_ADRERR && fault_address == shared + 2 * PAGE + 3);
    HOLDS(touch(shared + 3 * PAGE, 1) == SIGBUS && touch(own + 2 * PAGE, 0) == SIGBUS && touch(own + 2 * PAGE, 1) == SIGBUS);
    /* The kernel's own copies. */
    FAILS(EFAULT, write(ends[1], shared + 2 * PAGE, 1));
    FAILS(EFAULT, pread(fd, own + 3 * PAGE, 1, 0));
    GIVES(5, write(ends[1], shared + PAGE + 7, 5));

    /* The file grows below the mapping; what was written behind its end does not show. */
    strcpy(shared + PAGE + 20, "behind");
    GIVES(0, ftruncate(fd, 4 * PAGE));
    HOLDS(touch(shared + 3 * PAGE, 1) == 0 && touch(own + 2 * PAGE, 0) == 0);
    HOLDS(own[3 * PAGE] == 'w');

    /* It becomes shorter: the pages go, also the private copies. */
    own[3 * PAGE] = own[PAGE] = 'o';
    own[100] = 'O';
    GIVES(0, ftruncate(fd, PAGE + 1));
    HOLDS(touch(shared + 3 * PAGE, 0) == SIGBUS && touch(own + 3 * PAGE, 0) == SIGBUS && touch(own + 2 * PAGE, 0) == SIGBUS);
    HOLDS(own[PAGE] == 'o' && own[100] == 'O' && shared[PAGE + 20] == 0);
    shared[PAGE + 1] = 'z';
    GIVES(0, ftruncate(fd, 2 * PAGE));
    GIVES(1, pread(fd, &byte, 1, PAGE + 1));
    HOLDS(byte == 0 && shared[2 * PAGE - 1] == 0);
    GIVES(0, ftruncate(fd, 0));
    HOLDS(touch(shared, 0) == SIGBUS && touch(own + 100, 0) == SIGBUS);
    GIVES(0, ftruncate(fd, PAGE));
    HOLDS(shared[0] == 0 && own[100] == 0);
    munmap(shared, 4 * PAGE);
    munmap(own, 4 * PAGE);
    close(fd);
    close(out);
    close(ends[0]);
    close(ends[1]);

    /* Opening with O_TRUNC is the same. */
    fd = new_file("short", PAGE);
    shared = map(fd, PAGE, PROT_READ, MAP_SHARED, 0);
    HOLDS(shared[0] == 0);
    close(open("short", O_WRONLY | O_TRUNC));
    HOLDS(touch(shared, 0) == SIGBUS);
    /* A mapping goes on without name and descriptor. */
    GIVES(0, ftruncate(fd, PAGE));
    GIVES(4, pwrite(fd, "kept", 4, 0));
    close(fd);
    GIVES(0, unlink("short"));
    HOLDS(memcmp(shared, "kept", 4) == 0);
    munmap(shared, PAGE);
}

static int go_on[2], is_ready[2];

static void child_is_cut(void)
{
    char byte;

    area[PAGE] = 'c';
    HOLDS(area[2 * PAGE] == 'p' && write(is_ready[1], "r", 1) == 1 && read(go_on[0], &byte, 1) == 1);
    HOLDS(touch(area, 0) == 0 && touch(area + PAGE, 0) == SIGBUS && touch(area + 2 * PAGE, 1) == SIGBUS);
    HOLDS(write(is_ready[1], "r", 1) == 1 && read(go_on[0], &byte, 1) == 1);
    HOLDS(area[PAGE] == 0 && area[2 * PAGE] == 'P');
}

/* Another process makes the file shorter, and longer again. */
static void cut_by_another(int kind)
{
    int fd = new_file("cut", 3 * PAGE), status;
    char byte;
    pid_t child;

    area = map(fd, 3 * PAGE, PROT_READ | PROT_WRITE, kind, 0);
    GIVES(1, pwrite(fd, "p", 1, 2 * PAGE));
    HOLDS(area[2 * PAGE] == 'p' && pipe(go_on) == 0 && pipe(is_ready) == 0);
    fflush(stdout);
    child = fork();
    if (child == 0) {
        child_is_cut();
        fflush(stdout);
        _exit(0);
    }
    HOLDS(read(is_ready[0], &byte, 1) == 1);
    GIVES(0, ftruncate(fd, PAGE));
    HOLDS(write(go_on[1], "g", 1) == 1 && read(is_ready[0], &byte, 1) == 1);
    GIVES(0, ftruncate(fd, 3 * PAGE));
    GIVES(1, pwrite(fd, "P", 1, 2 * PAGE));
    HOLDS(write(go_on[1], "g", 1) == 1 && waitpid(child, &status, 0) == child && status == 0);
    HOLDS(area[2 * PAGE] == 'P');
    munmap(area, 3 * PAGE);
    close(fd);
    for (int k = 0; k < 2; k++) {
        close(go_on[k]);
        close(is_ready[k]);
    }
}

static void rights(void)
{
    int reads, both, folder = open(".", O_RDONLY), null = open("/dev/null", O_RDWR);
    char *at;

    close(new_file("rights", 2 * PAGE));
    reads = open("rights", O_RDONLY);
    both = open("rights", O_RDWR);
    FAILS(EACCES, mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, reads, 0));
    at = map(reads, PAGE, PROT_READ, MAP_SHARED, 0);
    FAILS(EACCES, mprotect(at, PAGE, PROT_READ | PROT_WRITE));
    munmap(at, PAGE);
    at = map(reads, PAGE, PROT_READ, MAP_PRIVATE, 0);
    GIVES(0, mprotect(at, PAGE, PROT_READ | PROT_WRITE));
    HOLDS(touch(at, 1) == 0 && at[0] == 'w');
    munmap(at, PAGE);
    at = map(both, 2 * PAGE, PROT_READ, MAP_SHARED, 0);
    HOLDS(touch(at, 0) == 0 && touch(at, 1) == SIGSEGV && code == SEGV_ACCERR && touch(at + PAGE, 1) == SIGSEGV);
    GIVES(0, mprotect(at, 2 * PAGE, PROT_READ | PROT_WRITE));
    HOLDS(touch(at, 1) == 0 && touch(at + PAGE, 1) == 0);
    GIVES(0, mprotect(at, 2 * PAGE, PROT_NONE));
    HOLDS(touch(at, 0) == SIGSEGV);
    GIVES(0, mprotect(at, 2 * PAGE, PROT_READ));
    HOLDS(at[0] == 'w' && at[PAGE] == 'w' && touch(at, 1) == SIGSEGV);
    munmap(at, 2 * PAGE);

    FAILS(ENODEV, mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, folder, 0));
    FAILS(ENODEV, mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, null, 0));
    FAILS(EBADF, mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, 999, 0));
    FAILS(EINVAL, mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, both, 100));
    FAILS(EINVAL, mmap(NULL, PAGE, PROT_READ, 0, both, 0));
    FAILS(EINVAL, mmap(NULL, 0, PROT_READ, MAP_PRIVATE, both, 0));
    close(reads);
    close(both);
    close(null);
    close(folder);
}

static void moved_and_split(void)
{
    int fd = new_file("moved", 8 * PAGE);
    char *at = map(fd, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, PAGE), *to, name[2] = "a";

    for (int k = 0; k < 8; k++, name[0]++)
        GIVES(1, pwrite(fd, name, 1, k * PAGE));
    HOLDS(at[0] == 'b' && at[3 * PAGE] == 'e');
    GIVES(0, munmap(at + PAGE, PAGE));
    HOLDS(touch(at + PAGE, 0) == SIGSEGV && at[2 * PAGE] == 'd');
    to = mremap(at + 2 * PAGE, 2 * PAGE, 5 * PAGE, MREMAP_MAYMOVE);
    HOLDS(to != MAP_FAILED && to[0] == 'd' && to[4 * PAGE] == 'h');
    to[4 * PAGE] = 'H';
    GIVES(1, pread(fd, name, 1, 7 * PAGE));
    HOLDS(name[0] == 'H');
    /* To a given place, over what is there. */
    munmap(at, PAGE);
    at = map(-1, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, 0);
    at[0] = 'x';
    at[3 * PAGE] = 'y';
    HOLDS(mremap(to, 5 * PAGE, 3 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, at) == at);
    HOLDS(at[0] == 'd' && at[2 * PAGE] == 'f' && at[3 * PAGE] == 'y' && touch(to, 0) == SIGSEGV && touch(to + 4 * PAGE, 0) == SIGSEGV);
    FAILS(EINVAL, mremap(at, PAGE, PAGE, MREMAP_FIXED, to));
    FAILS(EINVAL, mremap(at, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, at + PAGE));
    FAILS(EINVAL, mremap(at, PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to + 1));
    FAILS(EFAULT, mremap(to, PAGE, 2 * PAGE, MREMAP_MAYMOVE));
    /* Shared memory once more; private memory has no second place. */
    to = mremap(at + PAGE, 0, PAGE, MREMAP_MAYMOVE);
    HOLDS(to != MAP_FAILED && to[0] == 'e');
    to[1] = '2';
    HOLDS(at[PAGE + 1] == '2');
    munmap(to, PAGE);
    FAILS(EINVAL, mremap(at + 3 * PAGE, 0, PAGE, MREMAP_MAYMOVE));
    FAILS(EFAULT, mremap(to, 0, PAGE, MREMAP_MAYMOVE));
    munmap(at, 4 * PAGE);
    close(fd);
}

static void holes(void)
{
    int fd = new_file("holes", 3 * PAGE);
    char *shared = map(fd, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, 0), *own = map(fd, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, 0);

    memset(shared, 's', 3 * PAGE);
    own[PAGE] = 'o';
    HOLDS(own[2 * PAGE] == 's');
    GIVES(0, madvise(shared + PAGE, 2 * PAGE, MADV_REMOVE));
    HOLDS(shared[0] == 's' && shared[PAGE] == 0 && shared[2 * PAGE] == 0 && own[PAGE] == 'o' && own[2 * PAGE] == 0);
    shared[2 * PAGE] = 't';
    HOLDS(own[2 * PAGE] == 't');
    munmap(shared, 3 * PAGE);
    munmap(own, 3 * PAGE);
    close(fd);
}

int main(void)
{
    struct sigaction action = { 0 };

    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGBUS, &action, NULL);
    sigaction(SIGSEGV, &action, NULL);
    writes_reach_the_file();
    children_share();
    behind_the_end();
    cut_by_another(MAP_SHARED);
    cut_by_another(MAP_PRIVATE);
    rights();
    moved_and_split();
    holes();
    return finish();
}
