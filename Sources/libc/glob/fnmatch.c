#include <fnmatch.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/utf8.h"
#include "../internal/wide_class.h"

/* Bytes that are no UTF-8 are characters of their own, from here on. */
enum { BRACKET_INVALID = -1, NAME_NO_CHARACTER = 0x110000 };

/* The character at a place, which goes on behind it. */
static int next_name_character(const char **at)
{
    int c = (unsigned char)**at;
    size_t size = 1;

    if (c >= 128) {
        mbstate_t state = {0, 0};
        wchar_t wide;
        size = __current_locale->utf8 ? __utf8_to_wide(&wide, *at, strlen(*at), &state) : (size_t)-1;
        c = size <= 4 ? (int)wide : NAME_NO_CHARACTER + c;
        if (size > 4) size = 1;
    }
    *at += size;
    return c;
}

static int lower_name_character(int c)
{
    return (int)__wide_to_lower((wint_t)c, __current_locale);
}

static int upper_name_character(int c)
{
    return (int)__wide_to_upper((wint_t)c, __current_locale);
}

static const struct {
    const char *name;
    wide_class *holds;
} name_classes[] = {
    { "alnum", __wide_alnum }, { "alpha", __wide_alpha }, { "blank", __wide_blank }, { "cntrl", __wide_cntrl },
    { "digit", __wide_digit }, { "graph", __wide_graph }, { "lower", __wide_lower }, { "print", __wide_print },
    { "punct", __wide_punct }, { "space", __wide_space }, { "upper", __wide_upper }, { "xdigit", __wide_xdigit }
};

static int is_in_name_class(const char *name, size_t length, int c, int flags)
{
    const struct __locale *locale = __current_locale;
    size_t i;

    for (i = 0; i < sizeof name_classes / sizeof name_classes[0]; i++)
        if (strlen(name_classes[i].name) == length && memcmp(name_classes[i].name, name, length) == 0) {
            if (name_classes[i].holds((wint_t)c, locale)) return 1;
            return flags & FNM_CASEFOLD && (name_classes[i].holds((wint_t)lower_name_character(c), locale)
                                            || name_classes[i].holds((wint_t)upper_name_character(c), locale));
        }
    return BRACKET_INVALID;
}

/* A character of a bracket: as it is, escaped, [.x.] or [=x=]. */
static int bracket_character(const char **pattern, int flags)
{
    const char *at = *pattern;

    if (at[0] == '[' && (at[1] == '.' || at[1] == '=') && at[2]) {
        const char *behind = at + 2;
        int c = next_name_character(&behind);
        if (behind[0] == at[1] && behind[1] == ']') {
            *pattern = behind + 2;
            return c;
        }
    }
    if (*at == '\\' && !(flags & FNM_NOESCAPE) && at[1]) at++;
    *pattern = at;
    return next_name_character(pattern);
}

/* Brackets from the first place on have no end, which was looked for up to the second one. */
struct open_brackets {
    const char *first, *end;
};

/* Without escapes and names no [ in here finds an end if the first one found none. */
static int is_plain_bracket(const char *at, const char *end)
{
    for (; at < end; at++)
        if (*at == '\\' || (*at == '[' && (at[1] == ':' || at[1] == '.' || at[1] == '='))) return 0;
    return 1;
}

/* From behind the [. Is the character in it? BRACKET_INVALID if it has no end: then [ stands for itself. */
static int match_bracket(const char **pattern, int c, int flags, struct open_brackets *open)
{
    const char *at = *pattern, *start;
    int opposite = 0, found = 0;

    if (*at == '!' || *at == '^') {
        opposite = 1;
        at++;
    }
    for (start = at; *at != ']' || at == start;) {
        int first, last;

        if (!*at || (*at == '/' && flags & FNM_PATHNAME)) {
            if (is_plain_bracket(*pattern, at)) {
                open->first = *pattern;
                open->end = at;
            }
            return BRACKET_INVALID;
        }
        if (at[0] == '[' && at[1] == ':') {
            const char *end = strstr(at + 2, ":]");

            if (end) {
                int holds = is_in_name_class(at + 2, (size_t)(end - at - 2), c, flags);

                if (holds == BRACKET_INVALID) return BRACKET_INVALID;
                found |= holds;
                at = end + 2;
                continue;
            }
        }
        first = last = bracket_character(&at, flags);
        if (at[0] == '-' && at[1] && at[1] != ']') {
            at++;
            last = bracket_character(&at, flags);
        }
        if (c >= first && c <= last) {
            found = 1;
        } else if (flags & FNM_CASEFOLD) {
            int lower = lower_name_character(c), upper = upper_name_character(c);
            found |= (lower >= first && lower <= last) || (upper >= first && upper <= last);
        }
    }
    *pattern = at + 1;
    return found != opposite;
}

/* Does one element of the pattern match the character? Then the pattern goes on behind it. */
static int match_one(const char **pattern, int c, int hidden, int flags, struct open_brackets *open)
{
    const char *at = *pattern;
    int slash = c == '/' && flags & FNM_PATHNAME, wanted;

    if (!c || !*at) return 0;
    if (*at == '?') {
        if (slash || hidden) return 0;
    } else {
        if (*at == '[' && !(open->first && at + 1 >= open->first && at < open->end)) {
            const char *behind = at + 1;
            int in = match_bracket(&behind, c, flags, open);

            if (in != BRACKET_INVALID) {
                if (!in || slash || hidden) return 0;
                *pattern = behind;
                return 1;
            }
        } else if (*at == '\\' && !(flags & FNM_NOESCAPE)) {
            if (!at[1]) return 0;
            at++;
        }
        wanted = next_name_character(&at);
        if (wanted != c && (!(flags & FNM_CASEFOLD) || lower_name_character(wanted) != lower_name_character(c))) return 0;
        *pattern = at;
        return 1;
    }
    *pattern = at + 1;
    return 1;
}

/* A star tries its places one after the other; only the last star has to be remembered, since an earlier one could do nothing
   that this one cannot. With FNM_PATHNAME that holds up to the next slash, which no star passes. */
int __fnmatch(const char *pattern, const char *name, int flags)
{
    const char *start = name, *star = NULL, *star_name = NULL;
    struct open_brackets open = {NULL, NULL};

    for (;;) {
        const char *behind = name;
        int c = next_name_character(&behind);
        int hidden = c == '.' && flags & FNM_PERIOD && (name == start || (flags & FNM_PATHNAME && name[-1] == '/'));

        if (!*pattern && (!c || (flags & FNM_LEADING_DIR && c == '/'))) return 0;
        if (*pattern == '*' && !hidden) {
            star = ++pattern;
            star_name = name;
            continue;
        }
        if (match_one(&pattern, c, hidden, flags, &open)) {
            if (c == '/' && flags & FNM_PATHNAME) star = NULL;
            name = behind;
            continue;
        }
        if (!star || !*star_name || (*star_name == '/' && flags & FNM_PATHNAME)) return FNM_NOMATCH;
        next_name_character(&star_name);
        name = star_name;
        pattern = star;
    }
}
PUBLIC_NAME(fnmatch);
