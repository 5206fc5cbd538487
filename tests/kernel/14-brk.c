/* brk: up, down, zeros in what is new, and no when it is too much. */
#include "check.h"

static char *now(void)
{
    return (char *)syscall(SYS_brk, 0L);
}

int main(void)
{
    char *start = now(), *end;
    int zeros = 1;

    HOLDS(start > (char *)main);
    end = start + 3 * 4096 + 123;
    HOLDS((char *)syscall(SYS_brk, end) == end);
    HOLDS(now() == end);
    for (char *each = start; each < end; each++)
        zeros &= *each == 0;
    HOLDS(zeros);
    memset(start, 7, (size_t)(end - start));
    HOLDS((char *)syscall(SYS_brk, start) == start);
    HOLDS((char *)syscall(SYS_brk, start + 1000000) == start + 1000000);
    zeros = 1;
    for (char *each = start + 4096; each < start + 1000000; each++)
        zeros &= *each == 0;
    HOLDS(zeros);
    HOLDS((char *)syscall(SYS_brk, start) == start);
    /* Refused: the end stays where it is, and is the answer. */
    HOLDS((char *)syscall(SYS_brk, 1L << 46) == start);
    HOLDS((char *)syscall(SYS_brk, 4096L) == start);
    HOLDS((char *)syscall(SYS_brk, -1L) == start);
    HOLDS(now() == start);
    return finish();
}
