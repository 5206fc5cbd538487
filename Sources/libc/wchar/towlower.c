#include "../internal/unicode_case.h"
#include "../internal/wide_class.h"

/* The other case, by the run of letters that wide may belong to. */
static wint_t towlower_mapped(const struct unicode_case *runs, unsigned int count, wint_t wide)
{
    unsigned int low = 0, high = count;

    while (low < high) {
        unsigned int middle = (low + high) / 2;
        if (runs[middle].last < wide)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count || wide < runs[low].first || (wide - runs[low].first) % (unsigned int)runs[low].step != 0)
        return wide;
    return wide + (wint_t)runs[low].difference;
}

wint_t __wide_to_lower(wint_t wide, const struct __locale *locale)
{
    if (wide < 128 || !locale->utf8)
        return wide - 'A' < 26 ? wide + 32 : wide;
    return towlower_mapped(unicode_to_lower, sizeof unicode_to_lower / sizeof unicode_to_lower[0], wide);
}

wint_t __wide_to_upper(wint_t wide, const struct __locale *locale)
{
    if (wide < 128 || !locale->utf8)
        return wide - 'a' < 26 ? wide - 32 : wide;
    return towlower_mapped(unicode_to_upper, sizeof unicode_to_upper / sizeof unicode_to_upper[0], wide);
}

wint_t towlower(wint_t wide)
{
    return __wide_to_lower(wide, __current_locale);
}

wint_t towupper(wint_t wide)
{
    return __wide_to_upper(wide, __current_locale);
}
