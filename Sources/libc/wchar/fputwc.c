#include <stdio.h>
#include <wchar.h>
#include "../internal/file.h"

wint_t fputwc(wchar_t wide, FILE *stream)
{
    char bytes[4];
    size_t size = wcrtomb(bytes, wide, NULL);

    if (size == (size_t)-1)
        stream->flags |= FILE_FAILED;
    if (size == (size_t)-1 || __file_write(stream, bytes, size) != size)
        return WEOF;
    return (wint_t)wide;
}

wint_t putwc(wchar_t wide, FILE *stream)
{
    return fputwc(wide, stream);
}

wint_t putwchar(wchar_t wide)
{
    return fputwc(wide, stdout);
}

int fputws(const wchar_t *text, FILE *stream)
{
    for (; *text; text++)
        if (fputwc(*text, stream) == WEOF)
            return EOF;
    return 0;
}

/* Streams are bytes; wide characters may be mixed in at any time. */
int fwide(FILE *stream, int mode)
{
    (void)stream;
    return mode;
}
