#include <errno.h>
#include <iconv.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/iconv.h"
#include "../internal/names.h"
#include "../internal/utf8.h"

INNER_NAME(nl_langinfo);

/* Every character goes from its bytes to a number of Unicode and from there to bytes. */

enum iconv_form { ICONV_BYTES, ICONV_UTF8, ICONV_UTF16, ICONV_UCS2, ICONV_UTF32 };

/* Where a set of one byte differs from Latin-1: byte and character, 0 if there is none. */
struct iconv_difference {
    unsigned short byte, character;
};

static const struct iconv_difference iconv_latin9[] = {
    { 0xa4, 0x20ac }, { 0xa6, 0x160 }, { 0xa8, 0x161 }, { 0xb4, 0x17d }, { 0xb8, 0x17e }, { 0xbc, 0x152 }, { 0xbd, 0x153 },
    { 0xbe, 0x178 }, { 0, 0 }
};

static const struct iconv_difference iconv_1252[] = {
    { 0x80, 0x20ac }, { 0x81, 0 }, { 0x82, 0x201a }, { 0x83, 0x192 }, { 0x84, 0x201e }, { 0x85, 0x2026 }, { 0x86, 0x2020 },
    { 0x87, 0x2021 }, { 0x88, 0x2c6 }, { 0x89, 0x2030 }, { 0x8a, 0x160 }, { 0x8b, 0x2039 }, { 0x8c, 0x152 }, { 0x8d, 0 },
    { 0x8e, 0x17d }, { 0x8f, 0 }, { 0x90, 0 }, { 0x91, 0x2018 }, { 0x92, 0x2019 }, { 0x93, 0x201c }, { 0x94, 0x201d },
    { 0x95, 0x2022 }, { 0x96, 0x2013 }, { 0x97, 0x2014 }, { 0x98, 0x2dc }, { 0x99, 0x2122 }, { 0x9a, 0x161 }, { 0x9b, 0x203a },
    { 0x9c, 0x153 }, { 0x9d, 0 }, { 0x9e, 0x17e }, { 0x9f, 0x178 }, { 0, 0 }
};

static const struct iconv_difference iconv_none[] = { { 0, 0 } };

/* Big-endian or not, and whether a mark at the beginning says so. */
struct iconv_set {
    const char *name;
    enum iconv_form form;
    int big, marked;
    /* Of a set of one byte: how many bytes there are, and where it is not Latin-1. */
    unsigned int limit;
    const struct iconv_difference *differences;
};

/* Names are compared without signs and case. */
static const struct iconv_set iconv_sets[] = {
    { "UTF8", ICONV_UTF8, 0, 0, 0, NULL }, { "UTF16", ICONV_UTF16, 0, 1, 0, NULL }, { "UTF16LE", ICONV_UTF16, 0, 0, 0, NULL },
    { "UTF16BE", ICONV_UTF16, 1, 0, 0, NULL }, { "UTF32", ICONV_UTF32, 0, 1, 0, NULL }, { "UTF32LE", ICONV_UTF32, 0, 0, 0, NULL },
    { "UTF32BE", ICONV_UTF32, 1, 0, 0, NULL }, { "UCS2", ICONV_UCS2, 0, 0, 0, NULL }, { "UCS2LE", ICONV_UCS2, 0, 0, 0, NULL },
    { "UCS2BE", ICONV_UCS2, 1, 0, 0, NULL }, { "UCS4", ICONV_UTF32, 1, 0, 0, NULL }, { "UCS4LE", ICONV_UTF32, 0, 0, 0, NULL },
    { "UCS4BE", ICONV_UTF32, 1, 0, 0, NULL }, { "ISO10646UCS2", ICONV_UCS2, 0, 0, 0, NULL },
    { "ISO10646UCS4", ICONV_UTF32, 1, 0, 0, NULL }, { "WCHART", ICONV_UTF32, 0, 0, 0, NULL },
    { "ISO88591", ICONV_BYTES, 0, 0, 256, iconv_none }, { "LATIN1", ICONV_BYTES, 0, 0, 256, iconv_none },
    { "L1", ICONV_BYTES, 0, 0, 256, iconv_none }, { "88591", ICONV_BYTES, 0, 0, 256, iconv_none },
    { "ISO885915", ICONV_BYTES, 0, 0, 256, iconv_latin9 }, { "LATIN9", ICONV_BYTES, 0, 0, 256, iconv_latin9 },
    { "CP1252", ICONV_BYTES, 0, 0, 256, iconv_1252 }, { "WINDOWS1252", ICONV_BYTES, 0, 0, 256, iconv_1252 },
    { "ASCII", ICONV_BYTES, 0, 0, 128, iconv_none }, { "USASCII", ICONV_BYTES, 0, 0, 128, iconv_none },
    { "ANSIX341968", ICONV_BYTES, 0, 0, 128, iconv_none }, { "ISO646US", ICONV_BYTES, 0, 0, 128, iconv_none },
    { "646", ICONV_BYTES, 0, 0, 128, iconv_none }, { "US", ICONV_BYTES, 0, 0, 128, iconv_none }
};

enum { ICONV_TRANSLITERATE = 1, ICONV_IGNORE = 2, ICONV_LARGEST = 16 };

struct iconv_end {
    const struct iconv_set *set;
    int big, begun;
};

struct iconv_conversion {
    struct iconv_end from, to;
    int flags;
};

/* The set of a name, or NULL; and what its suffixes ask for. */
static const struct iconv_set *iconv_find(const char *name, int *flags)
{
    char plain[24];
    size_t used = 0, index;
    const char *suffix = strstr(name, "//"), *end = suffix ? suffix : name + strlen(name);

    if (name == end)
        return iconv_find(__nl_langinfo(CODESET), flags);
    for (; name < end; name++) {
        int c = (unsigned char)*name;
        if (c >= 'a' && c <= 'z')
            c -= 32;
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')))
            continue;
        if (used == sizeof plain - 1)
            return NULL;
        plain[used++] = (char)c;
    }
    plain[used] = 0;
    while (suffix) {
        suffix += 2;
        if (strncmp(suffix, "TRANSLIT", 8) == 0)
            *flags |= ICONV_TRANSLITERATE;
        else if (strncmp(suffix, "IGNORE", 6) == 0)
            *flags |= ICONV_IGNORE;
        suffix = strstr(suffix, "//");
    }
    for (index = 0; index < sizeof iconv_sets / sizeof iconv_sets[0]; index++)
        if (strcmp(plain, iconv_sets[index].name) == 0)
            return &iconv_sets[index];
    return NULL;
}

static void iconv_reset(struct iconv_end *end)
{
    end->big = end->set->big;
    end->begun = !end->set->marked;
}

iconv_t iconv_open(const char *to, const char *from)
{
    struct iconv_conversion *conversion;
    int flags = 0, unused = 0;
    const struct iconv_set *to_set = iconv_find(to, &flags), *from_set = iconv_find(from, &unused);

    if (!to_set || !from_set) {
        errno = EINVAL;
        return (iconv_t)-1;
    }
    conversion = malloc(sizeof *conversion);
    if (!conversion)
        return (iconv_t)-1;
    conversion->from.set = from_set;
    conversion->to.set = to_set;
    conversion->flags = flags;
    iconv_reset(&conversion->from);
    iconv_reset(&conversion->to);
    return conversion;
}

int iconv_close(iconv_t conversion)
{
    free(conversion);
    return 0;
}

/* The bytes that a character has at least. */
static int iconv_unit(const struct iconv_set *set)
{
    return set->form == ICONV_UTF32 ? 4 : set->form >= ICONV_UTF16 ? 2 : 1;
}

static unsigned int iconv_get(const unsigned char *at, int size, int big)
{
    unsigned int value = 0;
    int index;

    for (index = 0; index < size; index++)
        value = value << 8 | at[big ? index : size - 1 - index];
    return value;
}

static int iconv_put(unsigned char *at, unsigned int value, int size, int big)
{
    int index;

    for (index = 0; index < size; index++, value >>= 8)
        at[big ? size - 1 - index : index] = (unsigned char)value;
    return size;
}

/* The next character. How many bytes it takes; -2 if there are not enough, -1 if it is none. */
static int iconv_read(const struct iconv_end *from, const unsigned char *at, size_t size, unsigned int *c)
{
    const struct iconv_difference *difference;
    mbstate_t state = {0, 0};
    wchar_t wide = 0;
    size_t used;
    int unit = iconv_unit(from->set);

    switch (from->set->form) {
    case ICONV_BYTES:
        *c = *at;
        for (difference = from->set->differences; difference->byte; difference++)
            if (difference->byte == *at)
                *c = difference->character;
        return *at < from->set->limit && (*c || !*at) ? 1 : -1;
    case ICONV_UTF8:
        used = __utf8_to_wide(&wide, (const char *)at, size, &state);
        *c = (unsigned int)wide;
        return used == 0 ? 1 : (int)used;
    default:
        break;
    }
    if (size < (size_t)unit)
        return -2;
    *c = iconv_get(at, unit, from->big);
    if (from->set->form == ICONV_UTF16 && *c >= 0xd800 && *c < 0xdc00) {
        unsigned int low;
        if (size < 4)
            return -2;
        low = iconv_get(at + 2, 2, from->big);
        if (low < 0xdc00 || low > 0xdfff)
            return -1;
        *c = 0x10000 + ((*c & 0x3ff) << 10) + (low & 0x3ff);
        return 4;
    }
    return *c > 0x10ffff || (*c >= 0xd800 && *c < 0xe000) ? -1 : unit;
}

/* The bytes of a character; -1 if the set has it not. */
static int iconv_write(const struct iconv_end *to, unsigned int c, unsigned char *bytes)
{
    const struct iconv_difference *difference;

    switch (to->set->form) {
    case ICONV_BYTES:
        for (difference = to->set->differences; difference->byte; difference++) {
            if (difference->character == c && c)
                return iconv_put(bytes, difference->byte, 1, 0);
            if (difference->byte == c)
                return -1;
        }
        return c < to->set->limit ? iconv_put(bytes, c, 1, 0) : -1;
    case ICONV_UTF8:
        return (int)__wide_to_utf8((char *)bytes, (wchar_t)c);
    case ICONV_UTF32:
        return iconv_put(bytes, c, 4, to->big);
    default:
        break;
    }
    if (c < 0x10000)
        return iconv_put(bytes, c, 2, to->big);
    if (to->set->form == ICONV_UCS2)
        return -1;
    iconv_put(bytes, 0xd7c0 + (c >> 10), 2, to->big);
    return 2 + iconv_put(bytes + 2, 0xdc00 + (c & 0x3ff), 2, to->big);
}

/* The same, or what looks like the character, or nothing if it may be left out. */
static int iconv_render(const struct iconv_conversion *conversion, unsigned int c, unsigned char *bytes, size_t *irreversible)
{
    int size = iconv_write(&conversion->to, c, bytes);

    if (size >= 0)
        return size;
    if (conversion->flags & ICONV_TRANSLITERATE) {
        char letter[2];
        const char *like = __iconv_like(c, letter);
        ++*irreversible;
        for (size = 0; *like; like++)
            size += iconv_write(&conversion->to, (unsigned char)*like, bytes + size);
        return size;
    }
    if (conversion->flags & ICONV_IGNORE) {
        ++*irreversible;
        return 0;
    }
    return -1;
}

/* The mark at the beginning of the text, which tells the order of bytes and is no character. How many bytes it takes. */
static int iconv_mark(struct iconv_end *from, const unsigned char *at, size_t size)
{
    int unit = iconv_unit(from->set);

    if (from->begun || size < (size_t)unit)
        return 0;
    from->begun = 1;
    if (iconv_get(at, unit, 0) == 0xfeff) {
        from->big = 0;
        return unit;
    }
    if (iconv_get(at, unit, 1) == 0xfeff) {
        from->big = 1;
        return unit;
    }
    return 0;
}

static int iconv_give(const unsigned char *bytes, int size, char **out, size_t *out_left)
{
    if ((size_t)size > *out_left) {
        errno = E2BIG;
        return -1;
    }
    memcpy(*out, bytes, (size_t)size);
    *out += size;
    *out_left -= (size_t)size;
    return 0;
}

size_t iconv(iconv_t handle, char **in, size_t *in_left, char **out, size_t *out_left)
{
    struct iconv_conversion *conversion = handle;
    size_t irreversible = 0;

    if (!in || !*in) {
        iconv_reset(&conversion->from);
        iconv_reset(&conversion->to);
        return 0;
    }
    if (*in_left > 0 && !conversion->to.begun) {
        unsigned char mark[4];
        int size = iconv_write(&conversion->to, 0xfeff, mark);
        if (iconv_give(mark, size, out, out_left) != 0)
            return (size_t)-1;
        conversion->to.begun = 1;
    }
    while (*in_left > 0) {
        const unsigned char *at = (const unsigned char *)*in;
        unsigned char bytes[ICONV_LARGEST];
        unsigned int c;
        int used = iconv_mark(&conversion->from, at, *in_left), size = 0;

        if (used == 0) {
            used = iconv_read(&conversion->from, at, *in_left, &c);
            if (used == -1 && conversion->flags & ICONV_IGNORE) {
                used = iconv_unit(conversion->from.set);
                irreversible++;
            } else {
                if (used > 0)
                    size = iconv_render(conversion, c, bytes, &irreversible);
                if (used < 0 || size < 0) {
                    errno = used == -2 ? EINVAL : EILSEQ;
                    return (size_t)-1;
                }
            }
        }
        if (iconv_give(bytes, size, out, out_left) != 0)
            return (size_t)-1;
        *in += used;
        *in_left -= (size_t)used;
    }
    return irreversible;
}
