/* All memory: asking for more is refused or ends the process that asks; the others go on. */
#include "check.h"
#include <sys/mman.h>

/* Never returns: 1 when it was told that there is no more. */
static void take_all(void)
{
    for (;;) {
        char *area = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        if (area == MAP_FAILED)
            _exit(errno == ENOMEM ? 1 : 2);
        for (int k = 0; k < 1 << 20; k += 4096)
            area[k] = 1;
    }
}

static void take_heap(void)
{
    while (sbrk(1 << 20) != (void *)-1)
        memset((char *)sbrk(0) - (1 << 20), 1, 1 << 20);
    _exit(errno == ENOMEM ? 1 : 2);
}

static int is_refused(int status)
{
    return status == 1 || status == 128 + SIGKILL || status == 128 + SIGSEGV || status == 128 + SIGBUS;
}

int main(void)
{
    for (int k = 0; k < 3; k++) {
        int status = ending_of(take_all);

        if (!is_refused(status))
            printf("mapping all memory gives status %d\n", status);
        status = ending_of(take_heap);
        if (!is_refused(status))
            printf("brk of all memory gives status %d\n", status);
    }
    return finish();
}
