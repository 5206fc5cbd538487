#include <stdio.h>
#include <string.h>
#include "../internal/format.h"

/* Keeps what fits; room does not count the terminating NUL. */
static void vsnprintf_put(struct format_sink *sink, const char *text, size_t size)
{
    if (size > sink->room)
        size = sink->room;
    memcpy(sink->target, text, size);
    sink->target = (char *)sink->target + size;
    sink->room -= size;
}

int vsnprintf(char *buffer, size_t size, const char *format, va_list arguments)
{
    struct format_sink sink;
    char nothing;
    int result;

    sink.put = vsnprintf_put;
    sink.target = size ? buffer : &nothing;
    sink.room = size ? size - 1 : 0;
    sink.count = 0;
    sink.failed = 0;
    sink.put_text = NULL;
    result = __format(&sink, format, arguments);
    if (size)
        *(char *)sink.target = 0;
    return result;
}
