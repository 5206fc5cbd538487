/* The page that all programs share, with the code that leaves a handler, stays as it is. */
#include "check.h"
#include <sys/mman.h>

static int last_executable(unsigned long *start, unsigned long *end)
{
    static char line[256];
    char rights[8];
    unsigned long from, to;
    int found = 0;
    FILE *maps = fopen("/proc/self/maps", "r");

    while (maps && fgets(line, sizeof line, maps))
        if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) == 3 && rights[2] == 'x') {
            *start = from;
            *end = to;
            found = 1;
        }
    if (maps)
        fclose(maps);
    return found;
}

static int handled;

static void handler(int number)
{
    (void)number;
    handled++;
}

static void change_page(void)
{
    unsigned long start = 0, end = 0;
    char *moved;

    HOLDS(last_executable(&start, &end));
    HOLDS(end - start == 4096);
    moved = mremap((void *)start, 4096, 8192, MREMAP_MAYMOVE);
    if (moved == MAP_FAILED)
        moved = (char *)start;
    if (mprotect(moved, 4096, PROT_READ | PROT_WRITE) != 0)
        _exit(3);
    moved[0] = 0x5a;
    moved[1] = 0x5a;
    _exit(4);
}

int main(void)
{
    unsigned long start = 0, end = 0;
    char before[16];
    int status;

    HOLDS(last_executable(&start, &end));
    memcpy(before, (char *)start, sizeof before);
    status = ending_of(change_page);
    HOLDS(status == 3 || status == 4 || status == 128 + SIGSEGV);
    HOLDS(memcmp(before, (char *)start, sizeof before) == 0);
    signal(SIGUSR1, handler);
    raise(SIGUSR1);
    HOLDS(handled == 1);
    return finish();
}
