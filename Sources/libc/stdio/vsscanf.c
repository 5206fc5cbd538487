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

int vsscanf(const char *text, const char *format, va_list arguments)
{
    struct scan_source source;

    source.get = vsscanf_get;
    source.unget = vsscanf_unget;
    source.from = text;
    return __scan(&source, format, arguments);
}
