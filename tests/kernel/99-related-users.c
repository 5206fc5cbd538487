/* Random calls that have to do with users, terminals, locks, timers and mounts, by processes that are root at times and others at times,
   start each other and end each other. The kernel goes on, and so do others. Argument: how many calls, and a number to begin with. */
#include "check.h"
#include <grp.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <termios.h>
#include <time.h>
#include "random.h"

enum { FIRST_FD = 3, FDS = 12, MOST_PROCESSES = 12 };

static struct shared {
    volatile long calls;
    volatile unsigned long random;
    volatile int processes;
} *shared;

static long wanted;
static char buffer[5000];

static unsigned long any(unsigned long below)
{
    return random_below(&shared->random, below);
}

static int any_fd(void)
{
    return FIRST_FD + (int)any(FDS);
}

static const char *any_name(void)
{
    static const char *const names[] = { "a", "b", "m", "m/a", "m/m", "m/m/b", "n", "n/x", "/tmp/others/a", "/dev/ptmx", "/dev/tty", "/dev/pts/0",
                                         "/dev/pts/1", "/dev/pts/2", "/dev/console", "/proc/self/fd/4", "/proc/self/root/tmp/others/b" };

    return names[any(sizeof names / sizeof *names)];
}

static const char *any_folder(void)
{
    static const char *const names[] = { "m", "m/m", "n", "n/x", "/tmp/others/m", "/tmp/others/n" };

    return names[any(sizeof names / sizeof *names)];
}

static void file_calls(void)
{
    struct stat status;
    int fd = any_fd();

    switch (any(9)) {
    case 0:
    case 1:
        fd = open(any_name(), (any(2) ? O_RDWR : O_RDONLY) | (any(3) ? O_NONBLOCK : O_NONBLOCK | O_CREAT) | (any(2) ? O_NOCTTY : 0), 0666);
        if (fd >= FIRST_FD + FDS) {
            dup2(fd, any_fd());
            close(fd);
        }
        break;
    case 2: close(fd); break;
    case 3: dup2(any_fd(), any_fd()); break;
    case 4: write(fd, any(4) ? "some text\n" : "\003\032\034\004x", 5 + any(6)); break;
    case 5: read(fd, buffer, any(200)); break;
    case 6: chmod(any_name(), (mode_t)any(010000) | 0600); break;
    case 7: chown(any_name(), (uid_t)any(3) * 500, (gid_t)any(3) * 50); break;
    default: fstat(fd, &status); unlink(any(2) ? "a" : "m/a");
    }
}

static void lock_calls(void)
{
    struct flock lock = { .l_type = (short)any(3), .l_whence = SEEK_SET, .l_start = (off_t)any(20), .l_len = (off_t)any(20) };

    switch (any(5)) {
    case 0: fcntl(any_fd(), F_SETLK, &lock); break;
    case 1: fcntl(any_fd(), F_OFD_SETLK, &lock); break;
    case 2: fcntl(any_fd(), F_GETLK, &lock); break;
    case 3:
        /* It may wait, but not for ever. */
        ualarm(2000, 0);
        fcntl(any_fd(), F_SETLKW, &lock);
        break;
    default: flock(any_fd(), (int[]){ LOCK_SH, LOCK_EX, LOCK_UN }[any(3)] | LOCK_NB);
    }
}

static void terminal_calls(void)
{
    struct winsize size = { (unsigned short)any(50), 80, 0, 0 };
    struct termios settings;
    int fd = any_fd(), zero = 0;

    switch (any(11)) {
    case 0:
        fd = posix_openpt(O_RDWR | O_NONBLOCK | (any(2) ? O_NOCTTY : 0));
        if (fd >= 0)
            ioctl(fd, TIOCSPTLCK, &zero);
        break;
    case 1: setsid(); break;
    case 2: setpgid(0, any(2) ? 0 : getppid()); break;
    case 3: ioctl(fd, TIOCSCTTY, any(2)); break;
    case 4: ioctl(fd, TIOCNOTTY); break;
    case 5: tcsetpgrp(fd, any(2) ? getpgrp() : getppid()); break;
    case 6: ioctl(fd, TIOCSWINSZ, &size); break;
    case 7:
        if (tcgetattr(fd, &settings) == 0) {
            settings.c_lflag ^= any(2) ? TOSTOP : ICANON;
            tcsetattr(fd, TCSANOW, &settings);
        }
        break;
    case 8: ioctl(fd, 0x5441, O_RDWR | O_NONBLOCK | (any(2) ? O_NOCTTY : 0)); break;
    case 9: signal(any(2) ? SIGTTOU : SIGHUP, any(2) ? SIG_IGN : SIG_DFL); break;
    default: tcflush(fd, TCIOFLUSH);
    }
}

static void tree_calls(void)
{
    switch (any(8)) {
    case 0: mkdir(any_folder(), 0777); break;
    case 1: mount("x", any_folder(), any(3) ? "tmpfs" : "proc", any(4) ? 0 : any(16), NULL); break;
    case 2: umount2(any_folder(), any(2) ? MNT_DETACH : 0); break;
    case 3: chdir(any(2) ? any_folder() : "/tmp/others"); break;
    case 4: rmdir(any_folder()); break;
    case 5: rename(any_folder(), any_folder()); break;
    case 6: mknod("n/node", any(2) ? S_IFCHR | 0666 : S_IFIFO | 0666, 0x103 + any(8)); break;
    default:
        if (any(8) == 0)
            chroot(any_folder());
        chdir("..");
    }
}

static void timer_calls(void)
{
    struct itimerspec times = { { 0, (long)any(3000000) }, { 0, (long)any(3000000) } };
    int timer = (int)any(4);

    switch (any(4)) {
    case 0: syscall(SYS_timer_create, any(2) ? CLOCK_MONOTONIC : CLOCK_REALTIME, NULL, &timer); break;
    case 1: syscall(SYS_timer_settime, timer, 0, &times, NULL); break;
    case 2: syscall(SYS_timer_delete, timer); break;
    default: sigqueue(getpid(), 40 + (int)any(4), (union sigval){ .sival_int = 1 });
    }
}

static void make_calls(void);

static void process_calls(void)
{
    sigset_t set;

    switch (any(8)) {
    case 0:
    case 1:
        if (shared->processes >= MOST_PROCESSES)
            break;
        shared->processes++;
        if (fork() == 0)
            make_calls();
        break;
    case 2:
        if (any(4) == 0)
            _exit(0);
        break;
    case 3: kill(any(2) ? getppid() : getpid(), (int[]){ SIGCONT, SIGWINCH, SIGTTIN, SIGTSTP }[any(4)]); break;
    case 4: seteuid(any(2) ? 0 : 1000); break;
    case 5: setegid(any(2) ? 0 : 100); break;
    case 6:
        sigemptyset(&set);
        sigaddset(&set, 40);
        sigaddset(&set, 41);
        sigprocmask(any(2) ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
        break;
    default:
        while (waitpid(-1, NULL, WNOHANG) > 0)
            if (shared->processes > 1)
                shared->processes--;
    }
}

static void nothing(int number)
{
    (void)number;
}

static void make_calls(void)
{
    for (int number = 40; number < 44; number++)
        signal(number, nothing);
    signal(SIGALRM, nothing);
    while (shared->calls < wanted) {
        shared->calls++;
        switch (any(6)) {
        case 0: file_calls(); break;
        case 1: lock_calls(); break;
        case 2: terminal_calls(); break;
        case 3: tree_calls(); break;
        case 4: timer_calls(); break;
        default: process_calls();
        }
    }
    _exit(0);
}

int main(int argc, char **argv)
{
    long seen;
    pid_t first;
    int nothing_fd = open("/dev/null", O_RDWR);

    wanted = argc > 1 ? atol(argv[1]) : 2000;
    shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    shared->random = argc > 2 ? strtoul(argv[2], NULL, 0) : 88172645463325252ul;
    make_file("/tmp/unharmed", "unharmed");
    fflush(stdout);
    while (shared->calls < wanted) {
        mkdir("/tmp/others", 0777);
        HOLDS(chmod("/tmp/others", 0777) == 0);
        shared->processes = 1;
        first = fork();
        HOLDS(first > 0 || first == 0);
        if (first == 0) {
            HOLDS(chdir("/tmp/others") == 0);
            dup2(nothing_fd, 0);
            dup2(0, 1);
            dup2(0, 2);
            setsid();
            make_calls();
        }
        for (int quiet = 0; quiet < 10 && shared->calls < wanted;) {
            seen = shared->calls;
            usleep(3000);
            quiet = seen == shared->calls ? quiet + 1 : 0;
        }
        /* All that are there behind this one, in whatever group. */
        for (pid_t process = getpid() + 1; process < getpid() + 20000; process++)
            kill(process, SIGKILL);
        while (waitpid(-1, NULL, WNOHANG) >= 0)
            usleep(1000);
    }
    HOLDS(strcmp(text_of("/tmp/unharmed"), "unharmed") == 0);
    return finish();
}
