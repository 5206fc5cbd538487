#include "../internal/wide_class.h"

int iswalnum_l(wint_t wide, locale_t locale)
{
    return __wide_alnum(wide, LOCALE_OF(locale));
}

int iswalpha_l(wint_t wide, locale_t locale)
{
    return __wide_alpha(wide, LOCALE_OF(locale));
}

int iswblank_l(wint_t wide, locale_t locale)
{
    return __wide_blank(wide, LOCALE_OF(locale));
}

int iswcntrl_l(wint_t wide, locale_t locale)
{
    return __wide_cntrl(wide, LOCALE_OF(locale));
}

int iswdigit_l(wint_t wide, locale_t locale)
{
    return __wide_digit(wide, LOCALE_OF(locale));
}

int iswgraph_l(wint_t wide, locale_t locale)
{
    return __wide_graph(wide, LOCALE_OF(locale));
}

int iswlower_l(wint_t wide, locale_t locale)
{
    return __wide_lower(wide, LOCALE_OF(locale));
}

int iswprint_l(wint_t wide, locale_t locale)
{
    return __wide_print(wide, LOCALE_OF(locale));
}

int iswpunct_l(wint_t wide, locale_t locale)
{
    return __wide_punct(wide, LOCALE_OF(locale));
}

int iswspace_l(wint_t wide, locale_t locale)
{
    return __wide_space(wide, LOCALE_OF(locale));
}

int iswupper_l(wint_t wide, locale_t locale)
{
    return __wide_upper(wide, LOCALE_OF(locale));
}

int iswxdigit_l(wint_t wide, locale_t locale)
{
    return __wide_xdigit(wide, LOCALE_OF(locale));
}

wint_t towlower_l(wint_t wide, locale_t locale)
{
    return __wide_to_lower(wide, LOCALE_OF(locale));
}

wint_t towupper_l(wint_t wide, locale_t locale)
{
    return __wide_to_upper(wide, LOCALE_OF(locale));
}
