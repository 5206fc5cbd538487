#include <stdarg.h>
#include "../internal/format.h"
#include "../internal/names.h"
#include "../internal/sys.h"
#include <stdio.h>
#include <string.h>

/* Collected in a buffer, so that a short line is one write. */
struct dprintf_pieces {
    int fd;
    size_t used;
    char bytes[256];
};

static void dprintf_drain(struct format_sink *sink)
{
    struct dprintf_pieces *pieces = sink->target;
    size_t at = 0;

    while (at < pieces->used) {
        long written = __sys_result(sys_write(pieces->fd, pieces->bytes + at, pieces->used - at));
        if (written <= 0) {
            sink->failed = -1;
            break;
        }
        at += (size_t)written;
    }
    pieces->used = 0;
}

static void dprintf_put(struct format_sink *sink, const char *text, size_t size)
{
    struct dprintf_pieces *pieces = sink->target;

    while (size > 0) {
        size_t part = sizeof pieces->bytes - pieces->used;
        if (part > size)
            part = size;
        memcpy(pieces->bytes + pieces->used, text, part);
        pieces->used += part;
        text += part;
        size -= part;
        if (pieces->used == sizeof pieces->bytes)
            dprintf_drain(sink);
    }
}

int __vdprintf(int fd, const char *format, va_list arguments)
{
    struct format_sink sink;
    struct dprintf_pieces pieces;
    int result;

    sink.put = dprintf_put;
    sink.target = &pieces;
    sink.count = 0;
    sink.failed = 0;
    sink.put_text = NULL;
    pieces.fd = fd;
    pieces.used = 0;
    result = __format(&sink, format, arguments);
    dprintf_drain(&sink);
    return sink.failed ? -1 : result;
}
PUBLIC_NAME(vdprintf);

int __dprintf(int fd, const char *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = __vdprintf(fd, format, arguments);
    va_end(arguments);
    return result;
}
PUBLIC_NAME(dprintf);
