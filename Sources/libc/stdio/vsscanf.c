#include <stdio.h>
#include "../internal/scan.h"

static int vsscanf_get(struct scan_source *source)
{
    const unsigned char *at = source->from;

    if (!*at)
        return EOF;
    source->from = at + 1;
    return *at;
}

static void vsscanf_unget(struct scan_source *source, int c)
{
    if (c != EOF)
        source->from = (const char *)source->from - 1;
}

int __scan_text(const char *text, const char *format, va_list arguments, int wide)
{
    struct scan_source source;

    source.get = vsscanf_get;
    source.unget = vsscanf_unget;
    source.from = text;
    source.wide = wide;
    return __scan(&source, format, arguments);
}

int vsscanf(const char *text, const char *format, va_list arguments)
{
    return __scan_text(text, format, arguments, 0);
}
