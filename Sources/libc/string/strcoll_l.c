#include <string.h>

/* Texts are ordered and messages spelled in the same way in all locales. */
int strcoll_l(const char *a, const char *b, locale_t locale)
{
    (void)locale;
    return strcmp(a, b);
}

size_t strxfrm_l(char *to, const char *from, size_t size, locale_t locale)
{
    (void)locale;
    return strxfrm(to, from, size);
}

char *strerror_l(int number, locale_t locale)
{
    (void)locale;
    return strerror(number);
}
