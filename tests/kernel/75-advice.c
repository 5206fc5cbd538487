/* What is said about memory: what is not needed, what a child gets, what shall be there; and what is there. */
#include "check.h"
#include <sys/mman.h>

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#define MADV_POPULATE_WRITE 23
#endif
#ifndef MADV_WIPEONFORK
#define MADV_WIPEONFORK 18
#define MADV_KEEPONFORK 19
#endif
#ifndef MADV_DONTFORK
#define MADV_DONTFORK 10
#define MADV_DOFORK 11
#endif
#ifndef MADV_FREE
#define MADV_FREE 8
#endif

#define HAS(page) (there[page] & 1)

enum { PAGE = 4096, PAGES = 6 };

static char *area;
static unsigned char there[PAGES];

static int wiped(void)
{
    return area[0] == 0 && area[PAGE] == 'b';
}

static void look(void)
{
    _exit(wiped() ? 1 : area[0]);
}

/* The C library may not have it. */
static long in_core(char *at, size_t size, unsigned char *to)
{
    return syscall(SYS_mincore, at, size, to);
}

int main(void)
{
    int fd;

    area = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    GIVES(0, in_core(area, PAGES * PAGE, there));
    HOLDS(!HAS(0) && !HAS(PAGES - 1));
    area[0] = 'a';
    area[PAGE] = 'b';
    GIVES(0, in_core(area, PAGES * PAGE, there));
    HOLDS(HAS(0) && HAS(1) && !HAS(3));
    GIVES(0, madvise(area + 3 * PAGE, PAGE, MADV_POPULATE_WRITE));
    GIVES(0, madvise(area + 4 * PAGE, PAGE, MADV_POPULATE_READ));
    GIVES(0, in_core(area, PAGES * PAGE - 1, there));
    HOLDS(HAS(0) && HAS(1) && !HAS(2) && HAS(3) && HAS(4) && !HAS(5));
    GIVES(0, madvise(area + 3 * PAGE, PAGE, MADV_DONTNEED));
    GIVES(0, in_core(area + 3 * PAGE, PAGE, there));
    HOLDS(!HAS(0));
    FAILS(EINVAL, in_core(area + 1, PAGE, there));
    FAILS(EFAULT, in_core(area, PAGE, (unsigned char *)BAD_ADDRESS));
    GIVES(0, in_core(area, 0, there));

    GIVES('a', ending_of(look));
    GIVES(0, madvise(area, PAGE, MADV_WIPEONFORK));
    GIVES(1, ending_of(look));
    HOLDS(area[0] == 'a');
    GIVES(0, madvise(area, PAGE, MADV_KEEPONFORK));
    GIVES('a', ending_of(look));
    GIVES(0, madvise(area, PAGE, MADV_DONTFORK));
    GIVES(128 + SIGSEGV, ending_of(look));
    GIVES(0, madvise(area, PAGE, MADV_DOFORK));
    GIVES('a', ending_of(look));

    GIVES(0, munmap(area + 2 * PAGE, PAGE));
    FAILS(ENOMEM, in_core(area, PAGES * PAGE, there));
    /* What is there is treated all the same. */
    FAILS(ENOMEM, madvise(area, PAGES * PAGE, MADV_DONTNEED));
    HOLDS(area[0] == 0 && area[PAGE] == 0 && area[3 * PAGE] == 0);
    FAILS(EINVAL, madvise(area + 1, PAGE, MADV_DONTNEED));
    FAILS(EINVAL, madvise(area, PAGE, 5));
    FAILS(EINVAL, madvise(area, PAGE, 12345));
    GIVES(0, madvise(area, 0, MADV_DONTNEED));
    GIVES(0, madvise(area, PAGE, MADV_WILLNEED));
    GIVES(0, madvise(area, PAGE, MADV_RANDOM));
    FAILS(EINVAL, madvise(area, PAGE, MADV_REMOVE));
    GIVES(0, munmap(area, PAGES * PAGE));

    /* Read-only memory is zeros, and costs nothing; it is the program's own when it is written. */
    area = mmap(NULL, PAGES * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    HOLDS(area[0] == 0 && area[PAGE] == 0);
    FAILS(EFAULT, read(open("/dev/zero", O_RDONLY), area, 1));
    GIVES(0, mprotect(area, PAGES * PAGE, PROT_READ | PROT_WRITE));
    area[PAGE] = 'x';
    HOLDS(area[0] == 0 && area[PAGE] == 'x' && area[2 * PAGE] == 0);
    munmap(area, PAGES * PAGE);

    area = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    GIVES(0, in_core(area, PAGES * PAGE, there));
    HOLDS(HAS(0) && HAS(PAGES - 1));
    munmap(area, PAGES * PAGE);

    /* Locks. */
    area = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    GIVES(0, syscall(SYS_mlock, area + PAGE + 100, PAGE));
    GIVES(0, in_core(area, PAGES * PAGE, there));
    HOLDS(!HAS(0) && HAS(1) && HAS(2) && !HAS(3));
    GIVES(0, syscall(SYS_munlock, area + PAGE, PAGE));
    GIVES(0, syscall(SYS_mlock2, area + 4 * PAGE, PAGE, 1));
    FAILS(EINVAL, syscall(SYS_mlock2, area + 4 * PAGE, PAGE, 2));
    GIVES(0, munmap(area + 5 * PAGE, PAGE));
    FAILS(ENOMEM, syscall(SYS_mlock, area, PAGES * PAGE));
    FAILS(ENOMEM, syscall(SYS_munlock, area + 5 * PAGE, PAGE));
    FAILS(EINVAL, syscall(SYS_mlockall, 0));
    FAILS(EINVAL, syscall(SYS_mlockall, 8));
    GIVES(0, syscall(SYS_mlockall, 1));
    GIVES(0, in_core(area, 5 * PAGE, there));
    HOLDS(HAS(0) && HAS(3) && HAS(4));
    GIVES(0, syscall(SYS_munlockall));
    munmap(area, PAGES * PAGE);

    /* A file's. */
    fd = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644);
    GIVES(0, ftruncate(fd, 2 * PAGE));
    area = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    GIVES(0, madvise(area, 2 * PAGE, MADV_POPULATE_WRITE));
    FAILS(EFAULT, madvise(area, 3 * PAGE, MADV_POPULATE_READ));
    GIVES(0, in_core(area, PAGES * PAGE, there));
    HOLDS(HAS(0) && HAS(1) && !HAS(2));
    FAILS(EINVAL, madvise(area, PAGE, MADV_FREE));
    FAILS(EINVAL, madvise(area, PAGE, MADV_WIPEONFORK));
    area[0] = 'f';
    GIVES(0, madvise(area, PAGES * PAGE, MADV_DONTNEED));
    HOLDS(area[0] == 'f');
    munmap(area, PAGES * PAGE);
    close(fd);
    return finish();
}
