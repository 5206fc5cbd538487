#include <stdlib.h>
#include <wchar.h>

/* No state goes from one call to the next, since UTF-8 has no shift states. */
int mbtowc(wchar_t *wide, const char *text, size_t size)
{
    mbstate_t state;
    size_t used;

    if (!text)
        return 0;
    state.__bits = state.__missing = 0;
    used = mbrtowc(wide, text, size, &state);
    return used > 4 ? -1 : (int)used;
}

int mblen(const char *text, size_t size)
{
    return mbtowc(NULL, text, size);
}

int wctomb(char *text, wchar_t wide)
{
    return text ? (int)wcrtomb(text, wide, NULL) : 0;
}

size_t mbstowcs(wchar_t *wide, const char *text, size_t size)
{
    mbstate_t state;

    state.__bits = state.__missing = 0;
    return mbsrtowcs(wide, &text, size, &state);
}

size_t wcstombs(char *text, const wchar_t *wide, size_t size)
{
    return wcsrtombs(text, &wide, size, NULL);
}
