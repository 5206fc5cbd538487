#include <errno.h>
#include <stdio.h>
#include "../internal/file.h"
#include "../internal/locale.h"
#include "../internal/scan.h"

static int vfscanf_get(struct scan_source *source)
{
    FILE *stream = (FILE *)source->from;
    int c = FILE_GET(stream);

    if (source->wide && c >= 0x80 && !__current_locale->utf8) {
        stream->read_at--;
        stream->flags |= FILE_FAILED;
        errno = EILSEQ;
        return EOF;
    }
    return c;
}

static void vfscanf_unget(struct scan_source *source, int c)
{
    ungetc(c, (FILE *)source->from);
}

int __scan_stream(FILE *stream, const char *format, va_list arguments, int wide)
{
    struct scan_source source;

    source.get = vfscanf_get;
    source.unget = vfscanf_unget;
    source.from = stream;
    source.wide = wide;
    return __scan(&source, format, arguments);
}

int vfscanf(FILE *stream, const char *format, va_list arguments)
{
    return __scan_stream(stream, format, arguments, 0);
}
