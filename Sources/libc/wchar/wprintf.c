#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <stdio.h>
#include <wchar.h>
#include "../internal/format.h"
#include "../internal/utf8.h"
#include "../internal/wide.h"

/* The engine gets the format as UTF-8 and gives UTF-8, in any locale; each piece is whole characters. */

struct wprintf_target {
    /* A stream, or else the room for wide characters, the NUL not counted. */
    FILE *stream;
    wchar_t *at;
    size_t room;
};

static void wprintf_put(struct format_sink *sink, const char *text, size_t size)
{
    struct wprintf_target *target = sink->target;

    while (size > 0 && !sink->failed) {
        mbstate_t state = {0, 0};
        wchar_t wide = 0;
        size_t used = __utf8_to_wide(&wide, text, size, &state);
        if (used > 4) {
            sink->failed = EILSEQ;
            break;
        }
        used += used == 0;
        /* The engine counted bytes. */
        sink->count -= used - 1;
        if (target->stream) {
            if (fputwc(wide, target->stream) == WEOF)
                sink->failed = -1;
        } else if (target->room > 0) {
            *target->at++ = wide;
            target->room--;
        } else {
            sink->failed = EOVERFLOW;
        }
        text += used;
        size -= used;
    }
}

/* The next character of a text of bytes or of wide characters. 0 at the end, -1 if there is none. */
static int wprintf_next(const void **text, int wide, wchar_t *c)
{
    mbstate_t state = {0, 0};
    size_t used;

    if (wide) {
        *c = *(const wchar_t *)*text;
        *text = (const wchar_t *)*text + 1;
        return *c != 0;
    }
    used = mbrtowc(c, *text, 4, &state);
    if (used > 4)
        return -1;
    *text = (const char *)*text + used;
    return used > 0;
}

static void wprintf_put_text(struct format_sink *sink, const struct format_spec *spec, const void *text, int wide)
{
    const void *at;
    long count = 0, index;
    wchar_t c;

    if (!text) {
        text = spec->precision < 0 || spec->precision >= 6 ? "(null)" : "";
        wide = 0;
    }
    for (at = text; spec->precision < 0 || count < spec->precision; count++) {
        int more = wprintf_next(&at, wide, &c);
        if (more < 0)
            sink->failed = EILSEQ;
        if (more <= 0)
            break;
    }
    if (sink->failed)
        return;
    if (!(spec->flags & FORMAT_LEFT))
        __format_pad(sink, ' ', spec->width - count);
    for (at = text, index = 0; index < count && !sink->failed; index++) {
        char bytes[4];
        size_t size;
        wprintf_next(&at, wide, &c);
        size = __wide_to_utf8(bytes, c);
        if (size > 4)
            sink->failed = EILSEQ;
        else
            __format_put(sink, bytes, size);
    }
    if (spec->flags & FORMAT_LEFT)
        __format_pad(sink, ' ', spec->width - count);
}

static int wprintf_run(struct wprintf_target *target, const wchar_t *format, va_list arguments)
{
    struct format_sink sink;
    char *text = __utf8_of_wide(format);
    int result;

    if (!text)
        return -1;
    sink.put = wprintf_put;
    sink.put_text = wprintf_put_text;
    sink.target = target;
    sink.count = 0;
    sink.failed = 0;
    result = __format(&sink, text, arguments);
    free(text);
    return result;
}

int vfwprintf(FILE *stream, const wchar_t *format, va_list arguments)
{
    struct wprintf_target target = {stream, NULL, 0};

    return wprintf_run(&target, format, arguments);
}

int vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    struct wprintf_target target = {NULL, buffer, size ? size - 1 : 0};
    int result = wprintf_run(&target, format, arguments);

    if (size)
        *target.at = 0;
    return size ? result : -1;
}

int vwprintf(const wchar_t *format, va_list arguments)
{
    return vfwprintf(stdout, format, arguments);
}

int wprintf(const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vfwprintf(stdout, format, arguments);
    va_end(arguments);
    return result;
}

int fwprintf(FILE *stream, const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vfwprintf(stream, format, arguments);
    va_end(arguments);
    return result;
}

int swprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vswprintf(buffer, size, format, arguments);
    va_end(arguments);
    return result;
}
