#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"

INNER_NAME(closedir);
INNER_NAME(opendir);
INNER_NAME(readdir);

int alphasort(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int scandir(const char *path, struct dirent ***entries, int (*wanted)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **))
{
    DIR *directory = __opendir(path);
    struct dirent **list = NULL, *entry;
    size_t count = 0, capacity = 0;

    if (!directory)
        return -1;
    for (;;) {
        struct dirent *copy;
        errno = 0;
        entry = __readdir(directory);
        if (!entry)
            break;
        if (wanted && !wanted(entry))
            continue;
        if (count == capacity) {
            struct dirent **larger;
            capacity = 2 * capacity + 16;
            larger = realloc(list, capacity * sizeof *list);
            if (!larger)
                break;
            list = larger;
        }
        copy = malloc(entry->d_reclen);
        if (!copy)
            break;
        list[count++] = memcpy(copy, entry, entry->d_reclen);
    }
    __closedir(directory);
    if (errno != 0) {
        while (count > 0)
            free(list[--count]);
        free(list);
        return -1;
    }
    if (compare)
        qsort(list, count, sizeof *list, (int (*)(const void *, const void *))compare);
    *entries = list;
    return (int)count;
}
