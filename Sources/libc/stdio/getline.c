#include <stdio.h>
#include "../internal/names.h"

INNER_NAME(getdelim);

ssize_t __getline(char **line, size_t *size, FILE *stream)
{
    return __getdelim(line, size, '\n', stream);
}
PUBLIC_NAME(getline);
