/* Shared memory stays shared, however it came to its rights and its size; a file's cannot be written where it must not. */
#include "check.h"
#include <sys/mman.h>

enum { PAGE = 4096 };

static char *area;
static long place;

static void write_there(void)
{
    area[place] = 'c';
}

static int is_shared(char *memory, long at)
{
    area = memory;
    place = at;
    area[at] = 'p';
    GIVES(0, ending_of(write_there));
    return area[at] == 'c';
}

int main(void)
{
    char *memory = mmap(NULL, 2 * PAGE, PROT_NONE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), *more;
    int fd;

    HOLDS(memory != MAP_FAILED);
    HOLDS(mprotect(memory, 2 * PAGE, PROT_READ | PROT_WRITE) == 0);
    HOLDS(is_shared(memory, 0));
    HOLDS(is_shared(memory, PAGE));
    HOLDS(mprotect(memory, PAGE, PROT_READ) == 0);
    HOLDS(mprotect(memory, PAGE, PROT_READ | PROT_WRITE) == 0);
    HOLDS(is_shared(memory, 10));
    munmap(memory, 2 * PAGE);

    memory = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memory[0] = 'p';
    HOLDS(!is_shared(memory, 0));
    more = mremap(memory, PAGE, 5 * PAGE, MREMAP_MAYMOVE);
    HOLDS(more != MAP_FAILED && more[0] == 'p' && more[4 * PAGE] == 0);
    HOLDS(!is_shared(more, 3 * PAGE));

    /* Much address space is no promise of memory. */
    memory = mmap(NULL, 1l << 34, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    HOLDS(memory != MAP_FAILED);
    memory[1l << 33] = 'x';
    HOLDS(memory[1l << 33] == 'x' && memory[0] == 0);
    HOLDS(munmap(memory, 1l << 34) == 0);

    make_file("file", "text");
    fd = open("file", O_RDONLY);
    memory = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0);
    HOLDS(memory != MAP_FAILED && memcmp(memory, "text", 4) == 0);
    FAILS(EACCES, mprotect(memory, PAGE, PROT_READ | PROT_WRITE));
    HOLDS(memcmp(memory, "text", 4) == 0);
    munmap(memory, PAGE);
    memory = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 0);
    HOLDS(mprotect(memory, PAGE, PROT_READ | PROT_WRITE) == 0);
    memory[0] = 'T';
    HOLDS(strcmp(text_of("file"), "text") == 0);
    return finish();
}
