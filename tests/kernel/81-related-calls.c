/* Random calls whose arguments have to do with each other: descriptors that are open, in processes that share them; areas that
   are mapped, and cut, moved and protected; names in a few folders, and in /proc; processes that are stopped, killed,
   replaced and waited for. The kernel goes on, and so do others. Argument: how many calls, and a number to begin with. */
#include "check.h"
#include <grp.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <time.h>
#include "random.h"

enum { FDS = 24, AREAS = 8, PAGE = 4096, MOST_PROCESSES = 12, BUFFER = 80000 };

struct shared {
    volatile unsigned long random;
    volatile long calls;
    volatile long processes;
    pid_t main;
};

static struct shared *shared;
static char *areas[AREAS];
static unsigned long sizes[AREAS];
static char buffer[BUFFER];
static char *self;
static long wanted;

static unsigned long any(unsigned long below)
{
    return random_below(&shared->random, below);
}

static int any_fd(void)
{
    return any(16) == 0 ? (int)any(2000) - 5 : 3 + (int)any(FDS);
}

static const char *any_path(void)
{
    static const char *const names[] = { "a", "b", "c", "fifo", "link", "x", "x/a", "x/y", "x/y/b", "x/y/z", "..", ".", "../play/x", "x/../b" };
    static const char *const of_proc[] = { "/proc/self/fd", "/proc/self/exe", "/proc/self/cwd", "/proc/self", "/proc/self/maps",
                                           "/proc/self/fd/..", "/proc/1/stat", "/dev/null", "/dev/zero", "/dev/stdin" };
    static char text[64];

    switch (any(8)) {
    case 0: return of_proc[any(sizeof of_proc / sizeof *of_proc)];
    case 1: snprintf(text, sizeof text, "/proc/self/fd/%d", any_fd()); return text;
    case 2: snprintf(text, sizeof text, "/proc/%d/fd/%d", (int)(getpid() - 3 + any(6)), any_fd()); return text;
    default: return names[any(sizeof names / sizeof *names)];
    }
}

/* Memory for a transfer: good, or its end is not mapped, or bad. */
static char *any_memory(void)
{
    unsigned long k = any(AREAS);

    switch (any(8)) {
    case 0: return BAD_ADDRESS;
    case 1: return areas[k] ? areas[k] + sizes[k] - any(64) : NULL;
    case 2:
    case 3: return areas[k];
    default: return buffer;
    }
}

static unsigned long any_size(void)
{
    return any(4) ? any(300) : any(BUFFER);
}

static void files(void)
{
    static const int flags[] = { O_RDONLY, O_WRONLY, O_RDWR, O_RDWR | O_CREAT, O_RDWR | O_CREAT | O_TRUNC, O_RDONLY | O_DIRECTORY,
                                 O_WRONLY | O_APPEND | O_CREAT, O_RDWR | O_CREAT | O_EXCL, O_PATH };
    int ends[2];
    struct stat status;
    char path[64];

    snprintf(path, sizeof path, "%s", any_path());
    switch (any(16)) {
    case 0:
    case 1:
    case 2: open(path, flags[any(9)] | (any(4) ? O_NONBLOCK : 0) | (any(3) ? 0 : O_CLOEXEC), 0644); break;
    case 3: close(any_fd()); break;
    case 4: dup2(any_fd(), any_fd()); break;
    case 5: pipe2(ends, any(3) ? O_NONBLOCK : 0); break;
    case 6: mkfifo(path, 0644); break;
    case 7: mkdir(path, 0755); break;
    case 8: any(2) ? unlink(path) : rmdir(path); break;
    case 9: rename(path, any_path()); break;
    case 10: any(2) ? link(path, any_path()) : symlink(any_path(), path); break;
    case 11: any(3) ? stat(path, &status) : lstat(path, &status); break;
    case 12: any(2) ? truncate(path, (long)any(100000)) : ftruncate(any_fd(), (long)any(100000)); break;
    case 13: any(3) ? chdir(path) : fchdir(any_fd()); break;
    case 14: readlink(path, any_memory(), any(100)); break;
    default: if (getcwd(buffer, 200) == NULL) chdir("/tmp/play");
    }
}

static void transfers(void)
{
    struct pollfd polled[3] = { { any_fd(), POLLIN, 0 }, { any_fd(), POLLOUT, 0 }, { any_fd(), POLLIN | POLLOUT, 0 } };
    struct iovec pieces[3] = { { any_memory(), any_size() }, { any_memory(), any_size() }, { any_memory(), any_size() } };
    long offset = (long)any(100000);

    switch (any(11)) {
    case 0:
    case 1: read(any_fd(), any_memory(), any_size()); break;
    case 2:
    case 3: write(any_fd(), any_memory(), any_size()); break;
    case 4: pread(any_fd(), any_memory(), any_size(), offset); break;
    case 5: pwrite(any_fd(), any_memory(), any_size(), offset); break;
    case 6: any(2) ? readv(any_fd(), pieces, 3) : writev(any_fd(), pieces, 3); break;
    case 7: sendfile(any_fd(), any_fd(), any(2) ? &offset : NULL, any(200000)); break;
    case 8: syscall(SYS_copy_file_range, (long)any_fd(), 0l, (long)any_fd(), any(2) ? &offset : NULL, any(200000), 0l); break;
    case 9: poll(polled, 3, (int)any(3)); break;
    default: syscall(SYS_getdents64, (long)any_fd(), any_memory(), any_size()); break;
    }
}

static void memory(void)
{
    unsigned long k = any(AREAS), part = any(8) * PAGE, size = (1 + any(8)) * PAGE;
    int rights = (int)any(8);
    char *moved;

    switch (any(7)) {
    case 0:
    case 1:
        if (areas[k])
            break;
        moved = mmap(NULL, size, rights | PROT_READ, any(3) ? MAP_PRIVATE | MAP_ANONYMOUS : any(2) ? MAP_SHARED | MAP_ANONYMOUS : MAP_PRIVATE,
                     any_fd(), (long)any(4) * PAGE);
        if (moved != MAP_FAILED) {
            areas[k] = moved;
            sizes[k] = size;
        }
        break;
    case 2:
        if (areas[k])
            munmap(areas[k], sizes[k]);
        areas[k] = NULL;
        break;
    case 3: if (areas[k]) mprotect(areas[k] + part, PAGE, rights); break;
    case 4:
        moved = areas[k] ? mremap(areas[k], sizes[k], size, MREMAP_MAYMOVE) : MAP_FAILED;
        if (moved != MAP_FAILED) {
            areas[k] = moved;
            sizes[k] = size;
        }
        break;
    case 5: if (areas[k]) madvise(areas[k], sizes[k], 4); break;
    default: if (areas[k] && part < sizes[k]) munmap(areas[k] + part, PAGE);
    }
}

static void make_calls(void);

static void child(unsigned long kind)
{
    char *words[] = { self, "replaced", NULL };

    if (kind == 0) {
        execv(self, words);
        _exit(1);
    }
    make_calls();
}

static void processes(void)
{
    static const int signals[] = { SIGSTOP, SIGCONT, SIGUSR1, SIGKILL, SIGCONT, SIGCHLD };
    unsigned long kind = any(3);
    long made;

    switch (any(8)) {
    case 0:
    case 1:
        if (shared->processes >= MOST_PROCESSES)
            break;
        shared->processes++;
        /* Every second child shares the descriptors. */
        made = any(2) ? fork() : syscall(SYS_clone, (long)(0x400 | SIGCHLD), 0l, 0l, 0l, 0l);
        if (made == 0)
            child(kind);
        if (made < 0)
            shared->processes--;
        break;
    case 2:
        made = getpid() - 3 + (long)any(7);
        if (made > shared->main)
            kill((pid_t)made, signals[any(6)]);
        break;
    case 3: signal(SIGUSR1, any(2) ? SIG_IGN : SIG_DFL); break;
    case 4: signal(SIGCHLD, any(2) ? SIG_IGN : SIG_DFL); break;
    default:
        while (waitpid(-1, NULL, WNOHANG | (any(2) ? WUNTRACED : 0)) > 0)
            if (shared->processes > 1)
                shared->processes--;
    }
}

static void make_calls(void)
{
    while (shared->calls < wanted) {
        shared->calls++;
        alarm(1);
        switch (any(8)) {
        case 0:
        case 1:
        case 2: files(); break;
        case 3:
        case 4:
        case 5: transfers(); break;
        case 6: memory(); break;
        default: processes();
        }
    }
    _exit(0);
}

/* All processes but this one and the first are ended. They have a group of their own. */
static void end_all(pid_t group)
{
    kill(-group, SIGKILL);
    while (waitpid(-1, NULL, 0) > 0)
        ;
}

int main(int argc, char **argv)
{
    long seen, quiet;
    pid_t first;
    int ends[2];

    if (argc > 1 && strcmp(argv[1], "replaced") == 0)
        return 0;
    self = argv[0];
    wanted = argc > 1 ? atol(argv[1]) : 2000;
    shared = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    shared->random = argc > 2 ? strtoul(argv[2], NULL, 0) : 88172645463325252ul;
    shared->main = getpid();
    make_file("/tmp/unharmed", "unharmed");
    mkdir("/tmp/play", 0777);
    HOLDS(chmod("/tmp/play", 0777) == 0);
    fflush(stdout);
    while (shared->calls < wanted) {
        shared->processes = 1;
        first = fork();
        if (first == 0) {
            setpgid(0, 0);
            dup2(open("/dev/null", O_RDWR), 0);
            dup2(0, 1);
            dup2(0, 2);
            HOLDS(chdir("/tmp/play") == 0);
            /* Root could take /dev/null away from all others. */
            if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
                _exit(1);
            make_calls();
        }
        HOLDS(first > 0);
        for (seen = -1, quiet = 0; quiet < 20 && shared->calls < wanted; seen = shared->calls) {
            usleep(2000);
            quiet = seen == shared->calls ? quiet + 1 : 0;
        }
        end_all(first);
    }
    HOLDS(strcmp(text_of("/tmp/unharmed"), "unharmed") == 0);
    HOLDS(pipe(ends) == 0 && write(ends[1], "well", 4) == 4 && read(ends[0], buffer, 8) == 4);
    return finish();
}
