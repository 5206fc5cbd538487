#include <ctype.h>
#include "../internal/regex.h"
#include "../internal/utf8.h"
#include "../internal/wide_class.h"

/* Characters beyond ASCII where text is UTF-8. */

static const struct __locale pattern_locale = { 1, { 0 } };

/* In the order of the names in parse.c. */
static wide_class *const pattern_wide_classes[] = {
    __wide_alnum, __wide_alpha, __wide_blank, __wide_cntrl, __wide_digit, __wide_graph, __wide_lower, __wide_print, __wide_punct,
    __wide_space, __wide_upper, __wide_xdigit
};

int __pattern_decode(const unsigned char *text, const unsigned char *end, int *size)
{
    mbstate_t state = {0, 0};
    wchar_t wide = 0;
    size_t used = __utf8_to_wide(&wide, (const char *)text, (size_t)(end - text), &state);

    *size = used <= 4 && used > 0 ? (int)used : 1;
    return used <= 4 ? (int)wide : PATTERN_NO_CHARACTER + *text;
}

int __pattern_before(const struct __pattern_subject *subject, long position, int *size)
{
    const unsigned char *end = subject->text + position, *at = end - 1;
    int c = *at, length;

    *size = 1;
    if (c < subject->pattern->limit) return c;
    while (at > subject->text && end - at < 4 && (*at & 0xc0) == 0x80) at--;
    c = __pattern_decode(at, end, &length);
    if (at + length != end) return PATTERN_NO_CHARACTER + end[-1];
    *size = length;
    return c;
}

static int is_pattern_more(const struct __pattern *pattern, const struct __pattern_more *more, int c)
{
    const struct __pattern_range *range = pattern->ranges + more->first_range;
    unsigned int classes = more->classes;
    int i;

    for (i = 0; i < more->range_count; i++)
        if (c >= range[i].first && c <= range[i].last) return 1;
    for (i = 0; classes; i++, classes >>= 1)
        if (classes & 1 && pattern_wide_classes[i]((wint_t)c, &pattern_locale)) return 1;
    return 0;
}

int __pattern_beyond(const struct __pattern *pattern, int set, int c)
{
    const struct __pattern_more *more = &pattern->more[set];
    int found;

    if (c >= PATTERN_NO_CHARACTER) return 0;
    found = is_pattern_more(pattern, more, c);
    if (!found && pattern->flags & REG_ICASE)
        found = is_pattern_more(pattern, more, (int)__wide_to_lower((wint_t)c, &pattern_locale))
                || is_pattern_more(pattern, more, (int)__wide_to_upper((wint_t)c, &pattern_locale));
    return found != more->opposite;
}

int __pattern_is_word(const struct __pattern *pattern, int c)
{
    if (c < 128) return c == '_' || isalnum(c);
    return c >= pattern->limit && c < PATTERN_NO_CHARACTER && __wide_alnum((wint_t)c, &pattern_locale);
}
