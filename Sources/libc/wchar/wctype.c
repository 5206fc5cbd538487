#include <bits/null.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/wide_class.h"

enum { WCTYPE_CLASSES = 12 };

static const struct {
    const char *name;
    wide_class *is;
} wctype_classes[WCTYPE_CLASSES] = {
    { "alnum", __wide_alnum }, { "alpha", __wide_alpha }, { "blank", __wide_blank }, { "cntrl", __wide_cntrl },
    { "digit", __wide_digit }, { "graph", __wide_graph }, { "lower", __wide_lower }, { "print", __wide_print },
    { "punct", __wide_punct }, { "space", __wide_space }, { "upper", __wide_upper }, { "xdigit", __wide_xdigit }
};

static int wctype_is(wint_t wide, wctype_t type, const struct __locale *locale)
{
    return type >= 1 && type <= WCTYPE_CLASSES && wctype_classes[type - 1].is(wide, locale);
}

static wint_t wctype_mapped(wint_t wide, wctrans_t mapping, const struct __locale *locale)
{
    return mapping == 1 ? __wide_to_lower(wide, locale) : mapping == 2 ? __wide_to_upper(wide, locale) : wide;
}

/* A class is its place in the table, counted from 1. */
wctype_t wctype(const char *name)
{
    int index;

    for (index = 0; index < WCTYPE_CLASSES; index++)
        if (strcmp(name, wctype_classes[index].name) == 0)
            return (wctype_t)index + 1;
    return 0;
}

int iswctype(wint_t wide, wctype_t type)
{
    return wctype_is(wide, type, __current_locale);
}

wctrans_t wctrans(const char *name)
{
    return strcmp(name, "tolower") == 0 ? 1 : strcmp(name, "toupper") == 0 ? 2 : 0;
}

wint_t towctrans(wint_t wide, wctrans_t mapping)
{
    return wctype_mapped(wide, mapping, __current_locale);
}

wctype_t __wctype_l(const char *name, locale_t locale)
{
    (void)locale;
    return wctype(name);
}
PUBLIC_NAME(wctype_l);

int __iswctype_l(wint_t wide, wctype_t type, locale_t locale)
{
    return wctype_is(wide, type, LOCALE_OF(locale));
}
PUBLIC_NAME(iswctype_l);

wctrans_t __wctrans_l(const char *name, locale_t locale)
{
    (void)locale;
    return wctrans(name);
}
PUBLIC_NAME(wctrans_l);

wint_t __towctrans_l(wint_t wide, wctrans_t mapping, locale_t locale)
{
    return wctype_mapped(wide, mapping, LOCALE_OF(locale));
}
PUBLIC_NAME(towctrans_l);
