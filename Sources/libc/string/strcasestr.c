#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { STRCASESTR_SHORT = 128 };

static int strcasestr_same(const char *a, const char *b)
{
    return tolower((unsigned char)*a) == tolower((unsigned char)*b);
}

/* Each place of the text in turn: when there is no memory. */
static const char *strcasestr_plain(const char *text, const char *part)
{
    size_t i;

    for (;; text++) {
        for (i = 0; part[i] && strcasestr_same(text + i, part + i); i++)
            ;
        if (!part[i])
            return text;
        if (!*text)
            return NULL;
    }
}

/* Knuth, Morris and Pratt: fall[n] is how much of the first n characters is still good when the next one differs, which is
   the longest end of them that is also their beginning. No character of the text is looked at twice. */
static const char *strcasestr_linear(const char *text, const char *part, size_t size, unsigned int *fall)
{
    size_t i, matched = 0;

    fall[0] = fall[1] = 0;
    for (i = 1; i < size; i++) {
        while (matched > 0 && !strcasestr_same(part + i, part + matched))
            matched = fall[matched];
        matched += (size_t)strcasestr_same(part + i, part + matched);
        fall[i + 1] = (unsigned int)matched;
    }
    for (matched = 0; *text; text++) {
        while (matched > 0 && !strcasestr_same(text, part + matched))
            matched = fall[matched];
        matched += (size_t)strcasestr_same(text, part + matched);
        if (matched == size)
            return text + 1 - size;
    }
    return NULL;
}

char *strcasestr(const char *text, const char *part)
{
    unsigned int room[STRCASESTR_SHORT], *fall = room;
    size_t size;
    const char *found;

    /* A part that is longer than the text is not read to its end. */
    for (size = 0; part[size]; size++)
        if (!text[size])
            return NULL;
    if (size == 0)
        return (char *)text;
    if (size >= STRCASESTR_SHORT)
        fall = malloc((size + 1) * sizeof *fall);
    if (!fall)
        return (char *)strcasestr_plain(text, part);
    found = strcasestr_linear(text, part, size, fall);
    if (fall != room)
        free(fall);
    return (char *)found;
}
