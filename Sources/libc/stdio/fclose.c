#include <stdlib.h>
#include "../internal/file.h"
#include "../internal/sys.h"

int fclose(FILE *stream)
{
    int result = __file_flush(stream);

    if (stream->flags & FILE_LISTED) {
        if (stream->next)
            stream->next->previous = stream->previous;
        if (stream->previous)
            stream->previous->next = stream->next;
        else
            __listed_files = stream->next;
    }
    if (stream->operations) {
        if (stream->operations->close(stream) != 0)
            result = EOF;
    } else if (__sys_result(sys_close(stream->fd)) < 0) {
        result = EOF;
    }
    if (stream->flags & FILE_ALLOCATED) {
        free(stream);
    } else {
        stream->flags = 0;
        stream->read_at = stream->read_end = NULL;
        stream->write_at = stream->write_end = NULL;
    }
    return result;
}
