#include <errno.h>
#include <unistd.h>
#include "../internal/sys.h"

int brk(void *end)
{
    if ((void *)sys_brk(end) == end)
        return 0;
    errno = ENOMEM;
    return -1;
}

void *sbrk(long increment)
{
    char *end = (char *)sys_brk(NULL);

    if (increment != 0 && (char *)sys_brk(end + increment) != end + increment) {
        errno = ENOMEM;
        return (void *)-1;
    }
    return end;
}
