#include <stdlib.h>

/* Numbers are spelled in the same way in all locales. */
double strtod_l(const char *text, char **end, locale_t locale)
{
    (void)locale;
    return strtod(text, end);
}

float strtof_l(const char *text, char **end, locale_t locale)
{
    (void)locale;
    return strtof(text, end);
}

long double strtold_l(const char *text, char **end, locale_t locale)
{
    (void)locale;
    return strtold(text, end);
}

long strtol_l(const char *text, char **end, int base, locale_t locale)
{
    (void)locale;
    return strtol(text, end, base);
}

unsigned long strtoul_l(const char *text, char **end, int base, locale_t locale)
{
    (void)locale;
    return strtoul(text, end, base);
}

long long strtoll_l(const char *text, char **end, int base, locale_t locale)
{
    (void)locale;
    return strtoll(text, end, base);
}

unsigned long long strtoull_l(const char *text, char **end, int base, locale_t locale)
{
    (void)locale;
    return strtoull(text, end, base);
}
