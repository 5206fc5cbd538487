#include <string.h>
#include "../internal/file.h"

int puts(const char *text)
{
    size_t size = strlen(text);

    if (__file_write(stdout, text, size) != size || FILE_PUT(stdout, '\n') == EOF)
        return EOF;
    return 0;
}
