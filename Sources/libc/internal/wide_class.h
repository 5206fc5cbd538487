/* The classes and cases of wide characters in a locale: in C only those of ASCII. */
#ifndef INTERNAL_WIDE_CLASS_H
#define INTERNAL_WIDE_CLASS_H

#include <wctype.h>
#include "locale.h"

typedef int wide_class(wint_t wide, const struct __locale *locale);

wide_class __wide_alnum, __wide_alpha, __wide_blank, __wide_cntrl, __wide_digit, __wide_graph, __wide_lower, __wide_print,
    __wide_punct, __wide_space, __wide_upper, __wide_xdigit;
wint_t __wide_to_lower(wint_t wide, const struct __locale *locale);
wint_t __wide_to_upper(wint_t wide, const struct __locale *locale);

#endif
