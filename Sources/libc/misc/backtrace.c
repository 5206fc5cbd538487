#include <execinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include "../internal/names.h"

INNER_NAME(dprintf);

int backtrace(void **addresses, int size)
{
    (void)addresses;
    (void)size;
    return 0;
}

/* One block, the texts behind the pointers. */
char **backtrace_symbols(void *const *addresses, int size)
{
    enum { ADDRESS_TEXT = 24 };
    char **list = malloc((size_t)size * (sizeof *list + ADDRESS_TEXT) + 1);
    int i;

    for (i = 0; list && i < size; i++) {
        list[i] = (char *)(list + size) + i * ADDRESS_TEXT;
        snprintf(list[i], ADDRESS_TEXT, "[%p]", addresses[i]);
    }
    return list;
}

void backtrace_symbols_fd(void *const *addresses, int size, int fd)
{
    int i;

    for (i = 0; i < size; i++) __dprintf(fd, "[%p]\n", addresses[i]);
}
