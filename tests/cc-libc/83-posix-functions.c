/* Functions of POSIX that few programs use: users and groups, priorities, locks, named pipes, directories by descriptor, memory,
   terminals' settings, clocks. A kernel may lack some of their calls. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* Prints whether a call went well. */
static int fine(const char *name, int result)
{
    int lacking = result < 0 && errno == ENOSYS;

    printf("%s %s\n", name, result >= 0 || lacking ? "fine" : strerror(errno));
    return result >= 0;
}

int main(void)
{
    const char *folder = "cc-libc-83.tmp";
    struct timespec moment = {0, 1000};
    struct termios settings;
    struct stat status;
    char target[20];
    gid_t groups[64];
    int fd, directory, i;
    char *page;

    fine("setuid", setuid(getuid()));
    fine("seteuid", seteuid(geteuid()));
    fine("setreuid", setreuid((uid_t)-1, (uid_t)-1));
    fine("setgid", setgid(getgid()));
    fine("setegid", setegid(getegid()));
    fine("getgroups", getgroups(64, groups));
    if (fine("getsid", getsid(0)))
        printf("%d\n", getsid(getpid()) == getsid(0));
    printf("%d\n", gettid() == getpid());
    errno = 0;
    i = getpriority(PRIO_PROCESS, 0);
    fine("setpriority", setpriority(PRIO_PROCESS, 0, i < 0 && errno ? 0 : i));

    rmdir(folder);
    fine("mkdir", mkdir(folder, 0700));
    directory = open(folder, O_RDONLY | O_DIRECTORY);
    fine("symlinkat", symlinkat("target", directory, "link"));
    i = (int)readlinkat(directory, "link", target, sizeof target);
    printf("%d %.6s\n", i, target);
    fd = openat(directory, "file", O_RDWR | O_CREAT, S_IRUSR | S_IWUSR);
    fine("openat", fd);
    write(fd, "contents", 8);
    if (fine("linkat", linkat(directory, "file", directory, "other", 0)))
        fine("unlinkat", unlinkat(directory, "other", 0));
    fine("fchownat", fchownat(directory, "file", (uid_t)-1, (gid_t)-1, 0));
    if (fine("mkfifoat", mkfifoat(directory, "pipe", 0600))) {
        fstatat(directory, "pipe", &status, 0);
        printf("%d\n", S_ISFIFO(status.st_mode) != 0);
        unlinkat(directory, "pipe", 0);
    } else {
        printf("1\n");
    }
    fine("flock", flock(fd, LOCK_EX | LOCK_NB));
    fine("flock", flock(fd, LOCK_UN));
    lseek(fd, 0, SEEK_SET);
    fine("lockf", lockf(fd, F_TLOCK, 4));
    fine("lockf", lockf(fd, F_ULOCK, 4));
    i = posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    printf("%d\n", i == 0 || i == ENOSYS);
    printf("%d\n", lockf(fd, 77, 0) == -1 && errno == EINVAL);
    close(fd);
    unlinkat(directory, "file", 0);
    unlinkat(directory, "link", 0);
    close(directory);
    fine("rmdir", rmdir(folder));
    sync();

    page = mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    fine("madvise", madvise(page, 65536, MADV_WILLNEED));
    i = posix_madvise(page, 65536, POSIX_MADV_DONTNEED);
    printf("%d\n", i);
    fine("msync", msync(page, 65536, MS_SYNC));
    munmap(page, 65536);

    i = clock_nanosleep(CLOCK_MONOTONIC, 0, &moment, NULL);
    printf("%d\n", i == 0 || i == ENOSYS);
    printf("%ld %ld %d\n", pathconf("/", _PC_NAME_MAX), fpathconf(0, _PC_PATH_MAX), pathconf("/", 99) == -1);

    memset(&settings, 0, sizeof settings);
    settings.c_lflag = ICANON | ECHO | TOSTOP;
    settings.c_oflag = OPOST;
    settings.c_iflag = ICRNL | IGNPAR;
    cfmakeraw(&settings);
    printf("%d %d %d", settings.c_lflag == TOSTOP, settings.c_oflag == 0, settings.c_iflag == IGNPAR);
    printf(" %d", cfsetspeed(&settings, B9600) == 0 && cfgetospeed(&settings) == B9600 && (settings.c_cflag & CSIZE) == CS8);
    printf(" %d\n", cfsetospeed(&settings, 12345) == -1 && errno == EINVAL);
    printf("%d %d\n", IFTODT(S_IFDIR) == DT_DIR, DTTOIF(DT_LNK) == S_IFLNK);
    printf("%s, %s, %s\n", strerror(EREMOTEIO), strerror(ENOMEDIUM), strerror(EUCLEAN));
    fputs("line\n", stdout);
    clearerr_unlocked(stdout);
    printf("%d\n", fileno_unlocked(stdout));
    return 0;
}
