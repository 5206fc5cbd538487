#include <errno.h>
#include <wchar.h>
#include "../internal/locale.h"
#include "../internal/utf8.h"

size_t __wide_to_utf8(char *text, wchar_t wide)
{
    unsigned int c = (unsigned int)wide;

    if (c < 0x80) {
        text[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        text[0] = (char)(0xc0 | c >> 6);
        text[1] = (char)(0x80 | (c & 63));
        return 2;
    }
    if (c < 0x10000 && (c < 0xd800 || c > 0xdfff)) {
        text[0] = (char)(0xe0 | c >> 12);
        text[1] = (char)(0x80 | (c >> 6 & 63));
        text[2] = (char)(0x80 | (c & 63));
        return 3;
    }
    if (c >= 0x10000 && c < 0x110000) {
        text[0] = (char)(0xf0 | c >> 18);
        text[1] = (char)(0x80 | (c >> 12 & 63));
        text[2] = (char)(0x80 | (c >> 6 & 63));
        text[3] = (char)(0x80 | (c & 63));
        return 4;
    }
    errno = EILSEQ;
    return (size_t)-1;
}

size_t wcrtomb(char *text, wchar_t wide, mbstate_t *state)
{
    (void)state;
    if (!text)
        return 1;
    if (!__current_locale->utf8 && (unsigned int)wide >= 0x80) {
        errno = EILSEQ;
        return (size_t)-1;
    }
    return __wide_to_utf8(text, wide);
}
