#include "../internal/file.h"

int fflush(FILE *stream)
{
    int result = 0;

    if (stream)
        return __file_flush(stream);
    for (stream = __listed_files; stream; stream = stream->next)
        if (stream->flags & FILE_WRITING && __file_flush(stream) != 0)
            result = EOF;
    return result;
}
