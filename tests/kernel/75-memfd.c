/* Files without a name (memfd_create), their seals, and memory by name in /dev/shm. */
#include "check.h"
#include <sys/mman.h>

#ifndef SYS_memfd_create
#ifdef __x86_64__
#define SYS_memfd_create 319
#else
#define SYS_memfd_create 279
#endif
#endif
#ifndef F_ADD_SEALS
#define F_ADD_SEALS 1033
#define F_GET_SEALS 1034
#define F_SEAL_SEAL 1
#define F_SEAL_SHRINK 2
#define F_SEAL_GROW 4
#define F_SEAL_WRITE 8
#endif
#ifndef F_SEAL_FUTURE_WRITE
#define F_SEAL_FUTURE_WRITE 16
#endif

enum { PAGE = 4096, CLOSE_ON_EXEC = 1, CAN_BE_SEALED = 2 };

static int make(const char *name, unsigned flags)
{
    return (int)syscall(SYS_memfd_create, name, flags);
}

static char *map(int fd, int rights, int kind)
{
    return mmap(NULL, PAGE, rights, kind, fd, 0);
}

static int shared_fd;

static void child(void)
{
    char *at = map(shared_fd, PROT_READ | PROT_WRITE, MAP_SHARED);

    HOLDS(strcmp(at, "parent") == 0);
    strcpy(at, "child");
}

static void plain(void)
{
    char long_name[300], path[64], link[64], *at;
    int fd = make("some name", CLOSE_ON_EXEC), again;
    struct stat s;
    long length;

    HOLDS(fd >= 0);
    GIVES(FD_CLOEXEC, fcntl(fd, F_GETFD));
    GIVES(O_RDWR, fcntl(fd, F_GETFL) & O_ACCMODE);
    HOLDS(fstat(fd, &s) == 0 && S_ISREG(s.st_mode) && s.st_nlink == 0 && s.st_size == 0 && (s.st_mode & 0777) == 0777);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    length = readlink(path, link, sizeof link - 1);
    HOLDS(length > 0);
    link[length > 0 ? length : 0] = 0;
    HOLDS(strcmp(link, "/memfd:some name (deleted)") == 0);
    GIVES(0, ftruncate(fd, PAGE));
    at = map(fd, PROT_READ | PROT_WRITE, MAP_SHARED);
    strcpy(at, "parent");
    shared_fd = fd;
    GIVES(0, ending_of(child));
    HOLDS(strcmp(at, "child") == 0);
    again = open(path, O_RDONLY);
    HOLDS(again >= 0 && read(again, link, 6) == 6 && strcmp(link, "child") == 0);
    close(again);
    close(fd);
    HOLDS(strcmp(at, "child") == 0);
    munmap(at, PAGE);

    memset(long_name, 'n', sizeof long_name);
    long_name[249] = 0;
    close(fd = make(long_name, 0));
    HOLDS(fd >= 0);
    long_name[249] = 'n';
    long_name[250] = 0;
    FAILS(EINVAL, make(long_name, 0));
    FAILS(EINVAL, make("x", 1u << 20));
    FAILS(EFAULT, make(BAD_ADDRESS, 0));
}

static void seals(void)
{
    int fd = make("sealed", 0), reader;
    char *at, path[64], text[8];

    GIVES(F_SEAL_SEAL, fcntl(fd, F_GET_SEALS));
    FAILS(EPERM, fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE));
    close(fd);
    fd = make("sealed", CAN_BE_SEALED);
    GIVES(0, fcntl(fd, F_GET_SEALS));
    FAILS(EINVAL, fcntl(fd, F_ADD_SEALS, 1 << 12));
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    reader = open(path, O_RDONLY);
    FAILS(EPERM, fcntl(reader, F_ADD_SEALS, F_SEAL_GROW));
    GIVES(4, write(fd, "text", 4));

    GIVES(0, fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK));
    FAILS(EPERM, ftruncate(fd, 1));
    FAILS(EPERM, open(path, O_RDWR | O_TRUNC));
    GIVES(0, ftruncate(fd, PAGE));
    GIVES(0, fcntl(fd, F_ADD_SEALS, F_SEAL_GROW));
    FAILS(EPERM, ftruncate(fd, PAGE + 1));
    FAILS(EPERM, pwrite(fd, "x", 1, PAGE));
    GIVES(1, pwrite(fd, "T", 1, 0));

    at = map(fd, PROT_READ | PROT_WRITE, MAP_SHARED);
    FAILS(EBUSY, fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE));
    munmap(at, PAGE);
    at = map(fd, PROT_READ | PROT_WRITE, MAP_PRIVATE);
    GIVES(0, fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE));
    at[0] = 'o';
    FAILS(EPERM, pwrite(fd, "x", 1, 0));
    FAILS(EPERM, mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0));
    GIVES(4, pread(fd, text, 4, 0));
    HOLDS(memcmp(text, "Text", 4) == 0);
    GIVES(F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE, fcntl(reader, F_GET_SEALS));
    GIVES(0, fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL));
    FAILS(EPERM, fcntl(fd, F_ADD_SEALS, 0));
    munmap(at, PAGE);
    close(fd);
    close(reader);
    /* What is mapped goes on writing, nothing else does. */
    fd = make("sealed", CAN_BE_SEALED);
    GIVES(0, ftruncate(fd, PAGE));
    at = map(fd, PROT_READ | PROT_WRITE, MAP_SHARED);
    GIVES(0, fcntl(fd, F_ADD_SEALS, F_SEAL_FUTURE_WRITE));
    strcpy(at, "mapped");
    FAILS(EPERM, write(fd, "x", 1));
    FAILS(EPERM, mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0));
    GIVES(4, pread(fd, text, 4, 0));
    HOLDS(memcmp(text, "mapp", 4) == 0);
    munmap(at, PAGE);
    at = map(fd, PROT_READ, MAP_SHARED);
    FAILS(EACCES, mprotect(at, PAGE, PROT_READ | PROT_WRITE));
    munmap(at, PAGE);
    close(fd);
    fd = open("file", O_RDWR | O_CREAT, 0644);
    FAILS(EINVAL, fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE));
    FAILS(EINVAL, fcntl(fd, F_GET_SEALS));
    close(fd);
}

static char *region;

static void child_in_region(void)
{
    HOLDS(region[0] == 'p' && region[3 * PAGE] == 0);
    region[3 * PAGE] = 'c';
}

static void by_name(void)
{
    struct stat s;
    int fd;

    HOLDS(stat("/dev/shm", &s) == 0 && S_ISDIR(s.st_mode) && (s.st_mode & 01777) == 01777);
    fd = open("/dev/shm/of-75-memfd", O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    HOLDS(fd >= 0 && ftruncate(fd, 4 * PAGE) == 0);
    region = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    GIVES(0, unlink("/dev/shm/of-75-memfd"));
    close(fd);
    region[0] = 'p';
    GIVES(0, ending_of(child_in_region));
    HOLDS(region[3 * PAGE] == 'c');
    munmap(region, 4 * PAGE);

    /* /dev/zero gives memory as no file does. */
    fd = open("/dev/zero", O_RDWR);
    region = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    HOLDS(region != MAP_FAILED);
    region[0] = 'p';
    GIVES(0, ending_of(child_in_region));
    HOLDS(region[3 * PAGE] == 'c');
    munmap(region, 4 * PAGE);
    region = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    region[0] = 'p';
    GIVES(0, ending_of(child_in_region));
    HOLDS(region[3 * PAGE] == 0);
    munmap(region, 4 * PAGE);
    close(fd);
}

int main(void)
{
    plain();
    seals();
    by_name();
    return finish();
}
