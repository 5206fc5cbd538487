#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/sys.h"
#include "../internal/tempname.h"

static char *mkdtemp_letters(char *name)
{
    size_t size = strlen(name);

    if (size >= 6 && memcmp(name + size - 6, "XXXXXX", 6) == 0)
        return name + size - 6;
    errno = EINVAL;
    return NULL;
}

char *mkdtemp(char *name)
{
    char *letters = mkdtemp_letters(name);
    int tries;

    if (!letters)
        return NULL;
    for (tries = 0; tries < 100; tries++) {
        long answer;
        __random_letters(letters);
        answer = sys_mkdirat(AT_FDCWD, name, 0700);
        if (answer == 0)
            return name;
        if (answer != -EEXIST) {
            __sys_result(answer);
            return NULL;
        }
    }
    errno = EEXIST;
    return NULL;
}

char *mktemp(char *name)
{
    char *letters = mkdtemp_letters(name);

    if (letters)
        __random_letters(letters);
    else
        *name = 0;
    return name;
}
