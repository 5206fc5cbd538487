#include <stdlib.h>
#include "../internal/file.h"
#include "../internal/names.h"

INNER_NAME(getline);

/* BSD's: a line that stays until the next call, without an end of its own. */
char *fgetln(FILE *stream, size_t *length)
{
    static char *line;
    static size_t room;
    ssize_t count = __getline(&line, &room, stream);

    if (count < 0) return NULL;
    *length = (size_t)count;
    return line;
}
