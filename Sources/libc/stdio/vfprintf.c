#include <string.h>
#include "../internal/file.h"
#include "../internal/format.h"

static void vfprintf_put(struct format_sink *sink, const char *text, size_t size)
{
    if (size > 0 && __file_write(sink->target, text, size) != size)
        sink->failed = -1;
}

/* An unbuffered stream gets the text in large pieces, through a buffer on the stack. */
struct vfprintf_pieces {
    FILE *stream;
    size_t used;
    char bytes[256];
};

static int vfprintf_drain(struct vfprintf_pieces *pieces)
{
    size_t size = pieces->used;

    pieces->used = 0;
    return size == 0 || __file_write(pieces->stream, pieces->bytes, size) == size;
}

static void vfprintf_collect(struct format_sink *sink, const char *text, size_t size)
{
    struct vfprintf_pieces *pieces = sink->target;

    while (size > 0) {
        size_t part = sizeof pieces->bytes - pieces->used;
        if (part > size)
            part = size;
        memcpy(pieces->bytes + pieces->used, text, part);
        pieces->used += part;
        text += part;
        size -= part;
        if (pieces->used == sizeof pieces->bytes && !vfprintf_drain(pieces))
            sink->failed = -1;
    }
}

int vfprintf(FILE *stream, const char *format, va_list arguments)
{
    struct format_sink sink;
    struct vfprintf_pieces pieces;
    int result;

    sink.count = 0;
    sink.failed = 0;
    sink.put_text = NULL;
    if (!(stream->flags & FILE_UNBUFFERED)) {
        sink.put = vfprintf_put;
        sink.target = stream;
        return __format(&sink, format, arguments);
    }
    sink.put = vfprintf_collect;
    sink.target = &pieces;
    pieces.stream = stream;
    pieces.used = 0;
    result = __format(&sink, format, arguments);
    return vfprintf_drain(&pieces) ? result : -1;
}
