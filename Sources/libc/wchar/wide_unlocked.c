#include <wchar.h>

wint_t fgetwc_unlocked(FILE *stream)
{
    return fgetwc(stream);
}

wint_t getwc_unlocked(FILE *stream)
{
    return fgetwc(stream);
}

wint_t getwchar_unlocked(void)
{
    return fgetwc(stdin);
}

wint_t fputwc_unlocked(wchar_t wide, FILE *stream)
{
    return fputwc(wide, stream);
}

wint_t putwc_unlocked(wchar_t wide, FILE *stream)
{
    return fputwc(wide, stream);
}

wint_t putwchar_unlocked(wchar_t wide)
{
    return fputwc(wide, stdout);
}

wchar_t *fgetws_unlocked(wchar_t *line, int size, FILE *stream)
{
    return fgetws(line, size, stream);
}

int fputws_unlocked(const wchar_t *text, FILE *stream)
{
    return fputws(text, stream);
}
