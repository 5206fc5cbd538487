#include <ctype.h>
#include "../internal/unicode.h"
#include "../internal/unicode_classes.h"
#include "../internal/wide_class.h"

enum { WIDE_ASCII = 128 };

int __wide_alpha(wint_t wide, const struct __locale *locale)
{
    if (wide < WIDE_ASCII)
        return isalpha((int)wide);
    return locale->utf8 && UNICODE_INSIDE(unicode_alpha, wide);
}

int __wide_digit(wint_t wide, const struct __locale *locale)
{
    (void)locale;
    return wide - '0' < 10;
}

int __wide_xdigit(wint_t wide, const struct __locale *locale)
{
    (void)locale;
    return wide < WIDE_ASCII && isxdigit((int)wide);
}

int __wide_alnum(wint_t wide, const struct __locale *locale)
{
    return __wide_digit(wide, locale) || __wide_alpha(wide, locale);
}

/* The blanks that break no line: all spaces but those that end one. */
int __wide_blank(wint_t wide, const struct __locale *locale)
{
    if (wide < WIDE_ASCII)
        return wide == ' ' || wide == '\t';
    return __wide_space(wide, locale) && wide != 0x2028 && wide != 0x2029;
}

int __wide_space(wint_t wide, const struct __locale *locale)
{
    if (wide < WIDE_ASCII)
        return wide == ' ' || wide - '\t' < 5;
    return locale->utf8 && (wide == 0x1680 || (wide >= 0x2000 && wide <= 0x200a && wide != 0x2007) || wide == 0x2028
        || wide == 0x2029 || wide == 0x205f || wide == 0x3000);
}

int __wide_cntrl(wint_t wide, const struct __locale *locale)
{
    if (wide < WIDE_ASCII)
        return wide < 32 || wide == 0x7f;
    return locale->utf8 && (wide < 0xa0 || wide == 0x2028 || wide == 0x2029);
}

int __wide_print(wint_t wide, const struct __locale *locale)
{
    if (wide < WIDE_ASCII)
        return isprint((int)wide);
    return locale->utf8 && UNICODE_INSIDE(unicode_print, wide);
}

int __wide_graph(wint_t wide, const struct __locale *locale)
{
    return __wide_print(wide, locale) && !__wide_space(wide, locale);
}

int __wide_punct(wint_t wide, const struct __locale *locale)
{
    return __wide_graph(wide, locale) && !__wide_alnum(wide, locale);
}

int __wide_lower(wint_t wide, const struct __locale *locale)
{
    return (__wide_to_upper(wide, locale) != wide) != (locale->utf8 && UNICODE_INSIDE(unicode_lower_other, wide));
}

int __wide_upper(wint_t wide, const struct __locale *locale)
{
    return (__wide_to_lower(wide, locale) != wide) != (locale->utf8 && UNICODE_INSIDE(unicode_upper_other, wide));
}
