/* Locks of files: fcntl's of ranges, those of open files, flock's; who excludes whom, and what ends them. */
#include "check.h"
#include <sys/file.h>

static int file;

static struct flock range(int type, off_t start, off_t length)
{
    struct flock lock = { .l_type = (short)type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

    return lock;
}

static int lock(int fd, int type, off_t start, off_t length)
{
    struct flock l = range(type, start, length);

    return fcntl(fd, F_SETLK, &l);
}

static int lock_of_file(int fd, int type, off_t start, off_t length)
{
    struct flock l = range(type, start, length);

    return fcntl(fd, F_OFD_SETLK, &l);
}

/* What another process sees that wants to write to the range. */
static off_t seen_start, seen_length;
static int seen_type, seen_whole;

static void look(void)
{
    struct flock l = range(F_WRLCK, seen_start, seen_length);

    GIVES(0, fcntl(file, F_GETLK, &l));
    if (l.l_type == F_UNLCK)
        printf("nothing\n");
    else
        printf("%s lock of %ld, %ld bytes%s\n", l.l_type == F_WRLCK ? "exclusive" : "shared", (long)l.l_start, (long)l.l_len,
               l.l_pid == getppid() ? ", its parent's" : l.l_pid == -1 ? ", an open file's" : "");
}

static void seen(off_t start, off_t length)
{
    seen_start = start;
    seen_length = length;
    GIVES(0, ending_of(look));
}

static void child_is_refused(void)
{
    HOLDS(lock(file, F_WRLCK, 0, 5) == -1 && (errno == EAGAIN || errno == EACCES));
    HOLDS(lock(file, F_RDLCK, 9, 1) == -1);
    GIVES(0, lock(file, F_RDLCK, 20, 5));
    HOLDS(lock(file, F_WRLCK, 20, 5) == -1);
    GIVES(0, lock(file, F_WRLCK, 100, 0));
    /* A child has none of its parent's: it cannot give them back. */
    GIVES(0, lock(file, F_UNLCK, 0, 0));
    HOLDS(lock(file, F_WRLCK, 0, 5) == -1);
}

static void ranges(void)
{
    GIVES(0, lock(file, F_WRLCK, 0, 10));
    GIVES(0, lock(file, F_RDLCK, 20, 10));
    GIVES(0, ending_of(child_is_refused));
    seen(0, 0);
    seen(15, 0);
    seen(30, 0);
    seen(10, 10);
    /* Neighbours become one; a hole makes two. */
    GIVES(0, lock(file, F_WRLCK, 10, 10));
    seen(0, 0);
    GIVES(0, lock(file, F_UNLCK, 5, 5));
    seen(0, 0);
    seen(5, 0);
    /* Another kind over a part of it. */
    GIVES(0, lock(file, F_RDLCK, 12, 3));
    seen(10, 0);
    seen(12, 0);
    seen(15, 0);
    GIVES(0, lock(file, F_RDLCK, 0, 0));
    seen(0, 0);
    GIVES(0, lock(file, F_UNLCK, 0, 0));
    seen(0, 0);
}

static void end_of_locks(void)
{
    int other = open("file", O_RDWR);

    GIVES(0, lock(file, F_WRLCK, 0, 10));
    seen(0, 0);
    /* Any descriptor of the file. */
    close(other);
    seen(0, 0);
}

static void invalid(void)
{
    int reader = open("file", O_RDONLY), writer = open("file", O_WRONLY);
    struct flock l = range(F_WRLCK, -1, 5);

    FAILS(EBADF, lock(reader, F_WRLCK, 0, 1));
    FAILS(EBADF, lock(writer, F_RDLCK, 0, 1));
    FAILS(EBADF, lock(-1, F_RDLCK, 0, 1));
    FAILS(EINVAL, fcntl(file, F_SETLK, &l));
    l = range(7, 0, 5);
    FAILS(EINVAL, fcntl(file, F_SETLK, &l));
    l = range(F_WRLCK, 3, -5);
    FAILS(EINVAL, fcntl(file, F_SETLK, &l));
    l = range(F_WRLCK, 10, -5);
    GIVES(0, fcntl(file, F_SETLK, &l));
    seen(0, 0);
    l = range(F_UNLCK, 0, 0);
    l.l_whence = 9;
    FAILS(EINVAL, fcntl(file, F_SETLK, &l));
    FAILS(EFAULT, syscall(SYS_fcntl, file, F_SETLK, BAD_ADDRESS));
    close(reader);
    close(writer);
}

static int ends[2], back[2];

static void say(int *to)
{
    write(to[1], "x", 1);
}

static void hear(int *from)
{
    char byte;

    HOLDS(read(from[0], &byte, 1) == 1);
}

/* Waiting, until the other one lets go. */
static void waiting(void)
{
    struct flock l = range(F_WRLCK, 0, 0);
    int status;
    pid_t child;

    GIVES(0, pipe(ends));
    GIVES(0, lock(file, F_WRLCK, 0, 10));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        say(ends);
        GIVES(0, fcntl(file, F_SETLKW, &l));
        printf("the child has it\n");
        fflush(stdout);
        _exit(0);
    }
    hear(ends);
    usleep(20000);
    printf("its parent lets go\n");
    fflush(stdout);
    GIVES(0, lock(file, F_UNLCK, 0, 0));
    GIVES(child, waitpid(child, &status, 0));
}

static void on_alarm(int number)
{
    (void)number;
}

/* A signal ends the wait; two that wait for each other would wait for ever. */
static void not_for_ever(void)
{
    struct flock first = range(F_WRLCK, 0, 1), second = range(F_WRLCK, 1, 1);
    struct sigaction action = { .sa_handler = on_alarm };
    int status;
    pid_t child;

    GIVES(0, pipe(back));
    GIVES(0, fcntl(file, F_SETLK, &first));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        GIVES(0, fcntl(file, F_SETLK, &second));
        sigaction(SIGALRM, &action, NULL);
        alarm(1);
        FAILS(EINTR, fcntl(file, F_SETLKW, &first));
        say(ends);
        hear(back);
        GIVES(0, fcntl(file, F_SETLKW, &first));
        fflush(stdout);
        _exit(0);
    }
    hear(ends);
    say(back);
    usleep(50000);
    FAILS(EDEADLK, fcntl(file, F_SETLKW, &second));
    first.l_type = F_UNLCK;
    GIVES(0, fcntl(file, F_SETLK, &first));
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, fcntl(file, F_SETLK, &second));
    second.l_type = F_UNLCK;
    GIVES(0, fcntl(file, F_SETLK, &second));
}

/* Those of open files: shared by descriptors that were copied, also into children. */
static void of_files(void)
{
    struct flock l;
    int first = open("file", O_RDWR), second = open("file", O_RDWR), copy = dup(first);

    GIVES(0, lock_of_file(first, F_WRLCK, 0, 10));
    FAILS(EAGAIN, lock_of_file(second, F_RDLCK, 5, 10));
    GIVES(0, lock_of_file(copy, F_WRLCK, 5, 10));
    FAILS(EAGAIN, lock(second, F_RDLCK, 0, 1));
    seen(0, 0);
    l = range(F_WRLCK, 0, 1);
    l.l_pid = getpid();
    FAILS(EINVAL, fcntl(first, F_OFD_SETLK, &l));
    close(first);
    seen(0, 0);
    close(copy);
    seen(0, 0);
    GIVES(0, lock_of_file(second, F_RDLCK, 5, 10));
    close(second);
}

static void flocks(void)
{
    int first = open("file", O_RDONLY), second = open("file", O_RDONLY), copy = dup(first);

    GIVES(0, flock(first, LOCK_SH));
    GIVES(0, flock(second, LOCK_SH | LOCK_NB));
    FAILS(EAGAIN, flock(second, LOCK_EX | LOCK_NB));
    GIVES(0, flock(second, LOCK_UN));
    GIVES(0, flock(first, LOCK_EX));
    FAILS(EAGAIN, flock(second, LOCK_SH | LOCK_NB));
    GIVES(0, flock(copy, LOCK_EX | LOCK_NB));
    close(first);
    FAILS(EAGAIN, flock(second, LOCK_SH | LOCK_NB));
    GIVES(0, flock(copy, LOCK_UN));
    GIVES(0, flock(second, LOCK_EX | LOCK_NB));
    FAILS(EAGAIN, flock(copy, LOCK_EX | LOCK_NB));
    close(second);
    GIVES(0, flock(copy, LOCK_EX | LOCK_NB));
    FAILS(EINVAL, flock(copy, LOCK_SH | LOCK_EX));
    FAILS(EINVAL, flock(copy, LOCK_NB));
    FAILS(EBADF, flock(-1, LOCK_SH));
    close(copy);
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    make_file("file", "some bytes");
    file = open("file", O_RDWR);
    printf("ranges\n");
    ranges();
    printf("ends\n");
    end_of_locks();
    printf("invalid\n");
    invalid();
    printf("waiting\n");
    waiting();
    not_for_ever();
    printf("open files\n");
    of_files();
    flocks();
    return finish();
}
