#include "../internal/wide_class.h"

int iswalnum(wint_t wide)
{
    return __wide_alnum(wide, __current_locale);
}

int iswalpha(wint_t wide)
{
    return __wide_alpha(wide, __current_locale);
}

int iswblank(wint_t wide)
{
    return __wide_blank(wide, __current_locale);
}

int iswcntrl(wint_t wide)
{
    return __wide_cntrl(wide, __current_locale);
}

int iswdigit(wint_t wide)
{
    return __wide_digit(wide, __current_locale);
}

int iswgraph(wint_t wide)
{
    return __wide_graph(wide, __current_locale);
}

int iswlower(wint_t wide)
{
    return __wide_lower(wide, __current_locale);
}

int iswprint(wint_t wide)
{
    return __wide_print(wide, __current_locale);
}

int iswpunct(wint_t wide)
{
    return __wide_punct(wide, __current_locale);
}

int iswspace(wint_t wide)
{
    return __wide_space(wide, __current_locale);
}

int iswupper(wint_t wide)
{
    return __wide_upper(wide, __current_locale);
}

int iswxdigit(wint_t wide)
{
    return __wide_xdigit(wide, __current_locale);
}
