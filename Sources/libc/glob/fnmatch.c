#include <ctype.h>
#include <fnmatch.h>
#include <string.h>

enum { BRACKET_INVALID = -1 };

static const struct {
    const char *name;
    int (*holds)(int byte);
} name_classes[] = {
    { "alnum", isalnum }, { "alpha", isalpha }, { "blank", isblank }, { "cntrl", iscntrl }, { "digit", isdigit },
    { "graph", isgraph }, { "lower", islower }, { "print", isprint }, { "punct", ispunct }, { "space", isspace },
    { "upper", isupper }, { "xdigit", isxdigit }
};

static int is_in_name_class(const char *name, size_t length, int byte, int flags)
{
    size_t i;

    for (i = 0; i < sizeof name_classes / sizeof name_classes[0]; i++)
        if (strlen(name_classes[i].name) == length && memcmp(name_classes[i].name, name, length) == 0) {
            if (name_classes[i].holds(byte)) return 1;
            return flags & FNM_CASEFOLD && (name_classes[i].holds(tolower(byte)) || name_classes[i].holds(toupper(byte)));
        }
    return BRACKET_INVALID;
}

/* A byte of a bracket: as it is, escaped, [.x.] or [=x=]. */
static int bracket_byte(const char **pattern, int flags)
{
    const char *at = *pattern;

    if (at[0] == '[' && (at[1] == '.' || at[1] == '=') && at[2] && at[3] == at[1] && at[4] == ']') {
        *pattern = at + 5;
        return (unsigned char)at[2];
    }
    if (*at == '\\' && !(flags & FNM_NOESCAPE) && at[1]) at++;
    *pattern = at + 1;
    return (unsigned char)*at;
}

/* From behind the [. Is the byte in it? BRACKET_INVALID if it has no end: then [ stands for itself. */
static int match_bracket(const char **pattern, int byte, int flags)
{
    const char *at = *pattern, *start;
    int opposite = 0, found = 0;

    if (*at == '!' || *at == '^') {
        opposite = 1;
        at++;
    }
    for (start = at; *at != ']' || at == start;) {
        int first, last;

        if (!*at || (*at == '/' && flags & FNM_PATHNAME)) return BRACKET_INVALID;
        if (at[0] == '[' && at[1] == ':') {
            const char *end = strstr(at + 2, ":]");

            if (end) {
                int holds = is_in_name_class(at + 2, (size_t)(end - at - 2), byte, flags);

                if (holds == BRACKET_INVALID) return BRACKET_INVALID;
                found |= holds;
                at = end + 2;
                continue;
            }
        }
        first = last = bracket_byte(&at, flags);
        if (at[0] == '-' && at[1] && at[1] != ']') {
            at++;
            last = bracket_byte(&at, flags);
        }
        if (byte >= first && byte <= last) found = 1;
        else if (flags & FNM_CASEFOLD)
            found |= (tolower(byte) >= first && tolower(byte) <= last) || (toupper(byte) >= first && toupper(byte) <= last);
    }
    *pattern = at + 1;
    return found != opposite;
}

/* Does one element of the pattern match the byte? Then the pattern goes on behind it. */
static int match_one(const char **pattern, int byte, int hidden, int flags)
{
    const char *at = *pattern;
    int slash = byte == '/' && flags & FNM_PATHNAME;

    if (!byte || !*at) return 0;
    if (*at == '?') {
        if (slash || hidden) return 0;
    } else {
        if (*at == '[') {
            const char *behind = at + 1;
            int in = match_bracket(&behind, byte, flags);

            if (in != BRACKET_INVALID) {
                if (!in || slash || hidden) return 0;
                *pattern = behind;
                return 1;
            }
        } else if (*at == '\\' && !(flags & FNM_NOESCAPE)) {
            if (!at[1]) return 0;
            at++;
        }
        if ((unsigned char)*at != byte && (!(flags & FNM_CASEFOLD) || tolower((unsigned char)*at) != tolower(byte))) return 0;
    }
    *pattern = at + 1;
    return 1;
}

/* A star tries its places one after the other; only the last star has to be remembered, since an earlier one could do nothing
   that this one cannot. With FNM_PATHNAME that holds up to the next slash, which no star passes. */
int fnmatch(const char *pattern, const char *name, int flags)
{
    const char *start = name, *star = NULL, *star_name = NULL;

    for (;;) {
        int byte = (unsigned char)*name;
        int hidden = byte == '.' && flags & FNM_PERIOD && (name == start || (flags & FNM_PATHNAME && name[-1] == '/'));

        if (!*pattern && (!byte || (flags & FNM_LEADING_DIR && byte == '/'))) return 0;
        if (*pattern == '*' && !hidden) {
            star = ++pattern;
            star_name = name;
            continue;
        }
        if (match_one(&pattern, byte, hidden, flags)) {
            if (byte == '/' && flags & FNM_PATHNAME) star = NULL;
            name++;
            continue;
        }
        if (!star || !*star_name || (*star_name == '/' && flags & FNM_PATHNAME)) return FNM_NOMATCH;
        name = ++star_name;
        pattern = star;
    }
}
