#include <errno.h>
#include <stdio.h>
#include <wchar.h>
#include "../internal/file.h"

wint_t fgetwc(FILE *stream)
{
    mbstate_t state;
    wchar_t wide;
    int c;

    state.__bits = state.__missing = 0;
    while ((c = getc(stream)) != EOF) {
        char byte = (char)c;
        size_t used = mbrtowc(&wide, &byte, 1, &state);
        if (used == (size_t)-1) {
            stream->flags |= FILE_FAILED;
            return WEOF;
        }
        if (used != (size_t)-2)
            return (wint_t)wide;
    }
    if (state.__missing) {
        stream->flags |= FILE_FAILED;
        errno = EILSEQ;
    }
    return WEOF;
}

wint_t getwc(FILE *stream)
{
    return fgetwc(stream);
}

wint_t getwchar(void)
{
    return fgetwc(stdin);
}

/* The bytes go back last first. */
wint_t ungetwc(wint_t wide, FILE *stream)
{
    char bytes[4];
    size_t size;

    if (wide == WEOF)
        return WEOF;
    size = wcrtomb(bytes, (wchar_t)wide, NULL);
    if (size == (size_t)-1)
        return WEOF;
    while (size > 0)
        if (ungetc((unsigned char)bytes[--size], stream) == EOF)
            return WEOF;
    return wide;
}

wchar_t *fgetws(wchar_t *line, int size, FILE *stream)
{
    wchar_t *at = line;
    wint_t wide = 0;
    int failed = stream->flags & FILE_FAILED;

    if (size <= 0)
        return NULL;
    /* Only an error of this call loses what was read of the line. */
    stream->flags &= ~FILE_FAILED;
    for (; size > 1 && wide != '\n'; size--) {
        wide = fgetwc(stream);
        if (wide == WEOF)
            break;
        *at++ = (wchar_t)wide;
    }
    if (wide == WEOF && (at == line || stream->flags & FILE_FAILED))
        line = NULL;
    else
        *at = 0;
    stream->flags |= failed;
    return line;
}
