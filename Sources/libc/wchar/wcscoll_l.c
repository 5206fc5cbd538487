#include <wchar.h>

/* Order and dates are the same in all locales. */
int wcscoll_l(const wchar_t *a, const wchar_t *b, locale_t locale)
{
    (void)locale;
    return wcscoll(a, b);
}

size_t wcsxfrm_l(wchar_t *to, const wchar_t *from, size_t size, locale_t locale)
{
    (void)locale;
    return wcsxfrm(to, from, size);
}

size_t wcsftime_l(wchar_t *text, size_t size, const wchar_t *format, const struct tm *date, locale_t locale)
{
    (void)locale;
    return wcsftime(text, size, format, date);
}
