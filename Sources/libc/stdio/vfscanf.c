#include <stdio.h>
#include "../internal/file.h"
#include "../internal/scan.h"

static int vfscanf_get(struct scan_source *source)
{
    FILE *stream = (FILE *)source->from;

    return FILE_GET(stream);
}

static void vfscanf_unget(struct scan_source *source, int c)
{
    ungetc(c, (FILE *)source->from);
}

int vfscanf(FILE *stream, const char *format, va_list arguments)
{
    struct scan_source source;

    source.get = vfscanf_get;
    source.unget = vfscanf_unget;
    source.from = stream;
    return __scan(&source, format, arguments);
}
