/* What an unprivileged user takes until there is no more: processes, memory, files, names, descriptors, terminals, folders in folders. Root's
   program goes on meanwhile, can end it and remove it, and then everything is there again. */
#include "check.h"
#include <grp.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>

static char block[65536];

static long free_memory(void)
{
    struct sysinfo info;

    return sysinfo(&info) == 0 ? (long)info.freeram : -1;
}

/* The bomb, in a group of its own; it says when it has got all that it gets. */
static pid_t light(void (*bomb)(void), int *done)
{
    int ends[2];
    pid_t child;

    GIVES(0, pipe(ends));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        setpgid(0, 0);
        if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
            _exit(1);
        close(ends[0]);
        dup2(ends[1], 100);
        bomb();
        write(100, "x", 1);
        for (;;)
            pause();
    }
    close(ends[1]);
    *done = ends[0];
    return child;
}

static void put_out(pid_t bomb, int done)
{
    for (int k = 0; k < 2000 && kill(-bomb, SIGKILL) == 0; k++, usleep(1000))
        while (waitpid(-1, NULL, WNOHANG) > 0)
            ;
    while (waitpid(-1, NULL, 0) > 0)
        ;
    close(done);
}

static void await(int done)
{
    char byte;

    HOLDS(read(done, &byte, 1) == 1);
}

static void nothing(void)
{
}

/* Root's day: processes, memory, files, folders. */
static void root_goes_on(void)
{
    char *memory = mmap(NULL, 2 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int fd;

    GIVES(0, ending_of(nothing));
    HOLDS(memory != MAP_FAILED);
    memset(memory, 1, 2 << 20);
    GIVES(0, munmap(memory, 2 << 20));
    fd = open("/tmp/of-root", O_RDWR | O_CREAT | O_TRUNC, 0644);
    HOLDS(fd >= 0);
    GIVES(sizeof block, write(fd, block, sizeof block));
    close(fd);
    GIVES(0, mkdir("/tmp/folder-of-root", 0755));
    GIVES(0, rmdir("/tmp/folder-of-root"));
    GIVES(0, unlink("/tmp/of-root"));
    fd = posix_openpt(O_RDWR | O_NOCTTY);
    HOLDS(fd >= 0);
    close(fd);
}

static void fork_bomb(void)
{
    for (int k = 0; k < 3; k++)
        while (fork() >= 0)
            ;
}

/* Each process gets what it can; those that are ended make room for the next. */
static void memory_bomb(void)
{
    for (int k = 0; k < 6; k++) {
        if (fork() == 0) {
            char *memory = mmap(NULL, 400ul << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

            for (size_t at = 0; memory != MAP_FAILED && at < 400ul << 20; at += 4096)
                memory[at] = 1;
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        ;
}

static void asking_bomb(void)
{
    size_t size = 64 << 20;

    for (; size > 4096; size /= 2) {
        char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        if (memory == MAP_FAILED)
            continue;
        memset(memory, 1, size);
        size *= 2;
    }
}

static void file_bomb(void)
{
    char name[64];
    long made = 0, fd;

    for (;; made++) {
        snprintf(name, sizeof name, "/tmp/bomb/%ld", made);
        fd = open(name, O_WRONLY | O_CREAT, 0644);
        if (fd < 0)
            break;
        close((int)fd);
    }
    HOLDS(errno == ENOSPC || errno == EDQUOT);
    FAILS(errno, symlink(name, "/tmp/bomb/link"));
    /* What was taken can be given back. */
    GIVES(0, unlink("/tmp/bomb/0"));
    fflush(stdout);
}

static void name_bomb(void)
{
    char name[256], text[4000];

    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = 0;
    for (int k = 0; k < 100000; k++) {
        snprintf(name, sizeof name, "/tmp/bomb/%d", k);
        if (symlink(text, name) != 0)
            break;
    }
    HOLDS(errno == ENOSPC || errno == EDQUOT);
    fflush(stdout);
}

static void large_file_bomb(void)
{
    int fd = open("/tmp/bomb/large", O_WRONLY | O_CREAT, 0644), holes = open("/tmp/bomb/holes", O_WRONLY | O_CREAT, 0644);

    while (write(fd, block, sizeof block) > 0)
        ;
    HOLDS(errno == ENOSPC || errno == EDQUOT);
    ftruncate(fd, 1 << 20);
    /* Tables count as well: a byte in each. */
    for (long at = 0; pwrite(holes, "x", 1, at << 30) == 1 && at < 400; at++)
        ;
    fflush(stdout);
}

static void descriptor_bomb(void)
{
    do
        while (open("/proc/self/stat", O_RDONLY) >= 0)
            ;
    while (fork() > 0);
}

static void terminal_bomb(void)
{
    while (posix_openpt(O_RDWR | O_NOCTTY) >= 0)
        ;
    HOLDS(errno == EAGAIN || errno == ENOSPC);     /* as POSIX has it; as Linux and glibc have it */
    fflush(stdout);
}

static void deep_bomb(void)
{
    GIVES(0, chdir("/tmp/bomb"));
    for (int k = 0; k < 20000 && mkdir("x", 0755) == 0 && chdir("x") == 0; k++)
        ;
}

/* Folder by folder from the top: no path could be long enough. */
static void remove_deep(void)
{
    GIVES(0, rename("/tmp/bomb/x", "/tmp/deep"));
    while (rename("/tmp/deep/x", "/tmp/next") == 0) {
        GIVES(0, rmdir("/tmp/deep"));
        GIVES(0, rename("/tmp/next", "/tmp/deep"));
    }
    GIVES(0, rmdir("/tmp/deep"));
}

static void remove_files(void)
{
    char name[64];
    int missing = 0;

    unlink("/tmp/bomb/large");
    unlink("/tmp/bomb/holes");
    for (long k = 0; missing < 10; k++) {
        snprintf(name, sizeof name, "/tmp/bomb/%ld", k);
        missing += unlink(name) != 0;
    }
}

static void test(const char *name, void (*bomb)(void), int waits, void (*cleaning)(void))
{
    long before, after = 0;
    int done;
    pid_t child;

    GIVES(0, mkdir("/tmp/bomb", 0777));
    GIVES(0, chmod("/tmp/bomb", 0777));
    root_goes_on();
    before = free_memory();
    child = light(bomb, &done);
    if (waits)
        await(done);
    else
        usleep(300000);
    root_goes_on();
    put_out(child, done);
    if (cleaning)
        cleaning();
    GIVES(0, rmdir("/tmp/bomb"));
    /* Init collects what the bomb left behind. */
    for (int k = 0; k < 200 && (after = free_memory()) < before - (1 << 20); k++)
        usleep(10000);
    if (after < before - (1 << 20))
        printf("%s: %ld KiB are missing\n", name, (before - after) / 1024);
    root_goes_on();
    printf("%s\n", name);
}

int main(void)
{
    umask(022);
    test("processes", fork_bomb, 0, NULL);
    test("memory", memory_bomb, 1, NULL);
    test("promises", asking_bomb, 1, NULL);
    test("files", file_bomb, 1, remove_files);
    test("names", name_bomb, 1, remove_files);
    test("large files", large_file_bomb, 1, remove_files);
    test("descriptors", descriptor_bomb, 0, NULL);
    test("terminals", terminal_bomb, 1, NULL);
    test("folders", deep_bomb, 1, remove_deep);
    return finish();
}
