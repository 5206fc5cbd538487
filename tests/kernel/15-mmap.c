/* mmap without a file, munmap, mprotect. */
#include "check.h"
#include <sys/mman.h>

enum { PAGE = 4096 };

static char *shared_page;

static char *map(size_t size, int protection)
{
    return mmap(NULL, size, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void write_to_page(void)
{
    *(volatile char *)shared_page = 1;
}

static void read_page(void)
{
    (void)*(volatile char *)shared_page;
}

static void areas(void)
{
    char *area = map(10 * PAGE, PROT_READ | PROT_WRITE);
    int zeros = 1;

    HOLDS(area != MAP_FAILED && ((unsigned long)area & (PAGE - 1)) == 0);
    for (int k = 0; k < 10 * PAGE; k++)
        zeros &= area[k] == 0;
    HOLDS(zeros);
    memset(area, 1, 10 * PAGE);
    /* A hole in the middle; both sides stay. */
    GIVES(0, munmap(area + 4 * PAGE, PAGE));
    area[3 * PAGE + 4095] = 2;
    area[5 * PAGE] = 2;
    shared_page = area + 4 * PAGE;
    HOLDS(ending_of(read_page) == 128 + SIGSEGV);
    /* Where nothing is there is nothing to do. */
    GIVES(0, munmap(area + 4 * PAGE, PAGE));
    GIVES(0, munmap(area, 10 * PAGE));
    shared_page = area;
    HOLDS(ending_of(read_page) == 128 + SIGSEGV);

    area = map(4 * PAGE, PROT_READ | PROT_WRITE);
    area[PAGE] = 5;
    HOLDS(mmap(area + PAGE, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == area + PAGE);
    HOLDS(area[PAGE] == 0);
    GIVES(0, munmap(area, 4 * PAGE));
}

static void protections(void)
{
    char *area = map(3 * PAGE, PROT_READ | PROT_WRITE);

    strcpy(area + PAGE, "kept");
    GIVES(0, mprotect(area + PAGE, PAGE, PROT_READ));
    HOLDS(strcmp(area + PAGE, "kept") == 0);
    shared_page = area + PAGE;
    HOLDS(ending_of(write_to_page) == 128 + SIGSEGV);
    shared_page = area;
    HOLDS(ending_of(write_to_page) == 0);
    shared_page = area + 2 * PAGE;
    HOLDS(ending_of(write_to_page) == 0);
    GIVES(0, mprotect(area, 3 * PAGE, PROT_NONE));
    HOLDS(ending_of(read_page) == 128 + SIGSEGV);
    GIVES(0, mprotect(area, 3 * PAGE, PROT_READ | PROT_WRITE));
    HOLDS(strcmp(area + PAGE, "kept") == 0);
    area[PAGE] = 'K';
    /* The kernel keeps to protections as well. */
    GIVES(0, mprotect(area, PAGE, PROT_READ));
    FAILS(EFAULT, syscall(SYS_getcwd, area, PAGE));
    GIVES(0, munmap(area, 3 * PAGE));
}

/* What MAP_SHARED makes is one memory for parent and child. */
static void sharing(void)
{
    int *shared = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int *own = (int *)map(PAGE, PROT_READ | PROT_WRITE);

    HOLDS(shared != MAP_FAILED);
    *shared = *own = 1;
    shared_page = (char *)shared;
    if (fork() == 0) {
        *shared = 2;
        *own = 2;
        _exit(0);
    }
    wait(NULL);
    HOLDS(*own == 1);
    HOLDS(*shared == 2);
}

static void wrong(void)
{
    char *area = map(PAGE, PROT_READ | PROT_WRITE);

    FAILS(EINVAL, mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    FAILS(EINVAL, mmap(NULL, PAGE, PROT_READ, MAP_ANONYMOUS, -1, 0));
    FAILS(EINVAL, mmap(area + 1, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
    FAILS(ENOMEM, mmap(NULL, 1ul << 60, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    FAILS(EBADF, mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, -1, 0));
    FAILS(EINVAL, munmap(area + 1, PAGE));
    FAILS(EINVAL, munmap(area, 0));
    FAILS(EINVAL, munmap(KERNEL_ADDRESS, PAGE));
    FAILS(EINVAL, mprotect(area + 1, PAGE, PROT_READ));
    GIVES(0, munmap(area, PAGE));
    FAILS(ENOMEM, mprotect(area, PAGE, PROT_READ));
}

int main(void)
{
    areas();
    protections();
    sharing();
    wrong();
    return finish();
}
