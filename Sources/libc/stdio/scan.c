#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>
#include "../internal/scan.h"
#include "../internal/utf8.h"

enum { SCAN_CHAR, SCAN_SHORT, SCAN_INT, SCAN_LONG, SCAN_LONG_DOUBLE };

/* Longer numbers are kept in memory from malloc. */
enum { SCAN_TOKEN = 1100 };

struct scan_token {
    struct scan_source *source;
    /* Characters that the field may still have; if they are wide ones, the bytes to come of one that has begun. */
    long left;
    int wide, rest;
    size_t size, capacity;
    /* NULL when there was no memory. */
    char *text;
    char short_text[SCAN_TOKEN];
};

/* The bytes behind a wide character's first do not count. */
static int scan_counts(const struct scan_source *source, int c)
{
    return c != EOF && !(source->wide && (c & 0xc0) == 0x80);
}

static int scan_get(struct scan_source *source)
{
    int c = source->get(source);

    source->taken += scan_counts(source, c);
    return c;
}

static void scan_unget(struct scan_source *source, int c)
{
    source->taken -= scan_counts(source, c);
    if (c != EOF)
        source->unget(source, c);
}

static void scan_unget_bytes(struct scan_source *source, const char *bytes, int size)
{
    while (size > 0)
        scan_unget(source, (unsigned char)bytes[--size]);
}

static void scan_begin(struct scan_token *token, long width)
{
    token->size = 0;
    if (!token->text) {
        token->text = token->short_text;
        token->capacity = SCAN_TOKEN;
    }
    token->left = width;
    token->wide = token->source->wide;
    token->rest = 0;
}

/* The next character of a field of limited width. */
static int scan_next(struct scan_token *token)
{
    int c;

    if (token->rest > 0) {
        token->rest--;
        return scan_get(token->source);
    }
    if (token->left <= 0)
        return EOF;
    c = scan_get(token->source);
    if (c != EOF)
        token->left--;
    if (token->wide && c >= 0xc0)
        token->rest = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
    return c;
}

static void scan_give_back(struct scan_token *token, int c)
{
    if (c != EOF) {
        token->left++;
        scan_unget(token->source, c);
    }
}

/* The bytes of the next character, which is a wide one or a byte; how many, 0 at the end. */
static int scan_character(struct scan_token *token, char *bytes)
{
    int size = 0, c;

    do {
        c = scan_next(token);
        if (c != EOF)
            bytes[size++] = (char)c;
    } while (token->rest > 0 && c != EOF);
    return size;
}

static void scan_release(struct scan_token *token)
{
    if (token->text != token->short_text)
        free(token->text);
}

static void scan_keep(struct scan_token *token, int c)
{
    if (token->size == token->capacity) {
        char *larger = malloc(2 * token->capacity);
        if (larger)
            memcpy(larger, token->text, token->size);
        scan_release(token);
        token->text = larger;
        token->capacity *= 2;
    }
    if (token->text)
        token->text[token->size++] = (char)c;
}

/* Sign, prefix and digits. Gives the base, or 0 if there is no number. */
static int scan_integer(struct scan_token *token, int base)
{
    int c = scan_next(token), digits = 0;

    if (c == '-' || c == '+') {
        scan_keep(token, c);
        c = scan_next(token);
    }
    if (c == '0' && (base == 0 || base == 16)) {
        scan_keep(token, c);
        digits = 1;
        c = scan_next(token);
        if (c != EOF && (c | 32) == 'x') {
            base = 16;
            /* A prefix without a digit is no number. */
            digits = 0;
            scan_keep(token, c);
            c = scan_next(token);
        } else if (base == 0) {
            base = 8;
        }
    }
    if (base == 0)
        base = 10;
    for (;;) {
        int value = 36;
        if (c != EOF && isdigit(c))
            value = c - '0';
        else if (c != EOF && isxdigit(c))
            value = (c | 32) - 'a' + 10;
        if (value >= base)
            break;
        digits = 1;
        scan_keep(token, c);
        c = scan_next(token);
    }
    scan_give_back(token, c);
    return digits ? base : 0;
}

/* Follows a word as far as it goes; c is its first character. How many characters were there. */
static int scan_spelled(struct scan_token *token, const char *word, int *c)
{
    int size = 0;

    while (word[size] && *c != EOF && (*c | 32) == word[size]) {
        scan_keep(token, *c);
        *c = scan_next(token);
        size++;
    }
    return size;
}

/* Whether "(nil)" stands there, as %p writes NULL. If it only begins so, nothing is a pointer. */
static int scan_null_pointer(struct scan_token *token)
{
    int c = scan_next(token), size = scan_spelled(token, "(nil)", &c);

    scan_give_back(token, c);
    return size == 5;
}

/* A number for strtod; 0 if there is none. */
static int scan_real(struct scan_token *token)
{
    int c = scan_next(token), digits = 0, hexadecimal = 0, size;

    if (c == '-' || c == '+') {
        scan_keep(token, c);
        c = scan_next(token);
    }
    if (c != EOF && ((c | 32) == 'i' || (c | 32) == 'n')) {
        size = scan_spelled(token, (c | 32) == 'i' ? "infinity" : "nan", &c);
        scan_give_back(token, c);
        return size == 3 || size == 8;
    }
    if (c == '0') {
        digits = 1;
        scan_keep(token, c);
        c = scan_next(token);
        if (c != EOF && (c | 32) == 'x') {
            hexadecimal = 1;
            digits = 0;
            scan_keep(token, c);
            c = scan_next(token);
        }
    }
    for (; c != EOF && (hexadecimal ? isxdigit(c) : isdigit(c)); c = scan_next(token)) {
        digits = 1;
        scan_keep(token, c);
    }
    if (c == '.') {
        scan_keep(token, c);
        c = scan_next(token);
        for (; c != EOF && (hexadecimal ? isxdigit(c) : isdigit(c)); c = scan_next(token)) {
            digits = 1;
            scan_keep(token, c);
        }
    }
    if (digits && c != EOF && (c | 32) == (hexadecimal ? 'p' : 'e')) {
        scan_keep(token, c);
        c = scan_next(token);
        digits = 0;
        if (c == '-' || c == '+') {
            scan_keep(token, c);
            c = scan_next(token);
        }
        for (; c != EOF && isdigit(c); c = scan_next(token)) {
            digits = 1;
            scan_keep(token, c);
        }
    }
    scan_give_back(token, c);
    return digits;
}

static void scan_store(void *place, int size, unsigned long value)
{
    if (!place)
        return;
    if (size == SCAN_CHAR)
        *(char *)place = (char)value;
    else if (size == SCAN_SHORT)
        *(short *)place = (short)value;
    else if (size == SCAN_INT)
        *(int *)place = (int)value;
    else
        *(long *)place = (long)value;
}

/* A member of a set or a character of the text: from UTF-8 or one byte. How many bytes it has. */
static int scan_decode(wchar_t *member, const char *bytes, int wide)
{
    mbstate_t state;
    size_t size = 1;

    memset(&state, 0, sizeof state);
    *member = (unsigned char)*bytes;
    if (wide && *member >= 0x80)
        size = __utf8_to_wide(member, bytes, MB_LEN_MAX, &state);
    return size <= MB_LEN_MAX ? (int)size : 1;
}

/* The end of the set behind %[: the place of its closing bracket, or NULL. */
static const char *scan_set_end(const char *set)
{
    set += *set == '^';
    return *set ? strchr(set + 1, ']') : NULL;
}

static int scan_set_has(const char *set, const char *bytes, int wide)
{
    const char *end = scan_set_end(set);
    int negated = *set == '^';
    wchar_t wanted, low, high;

    scan_decode(&wanted, bytes, wide);
    for (set += negated; set < end; ) {
        set += scan_decode(&low, set, wide);
        high = low;
        if (*set == '-' && set + 1 < end) {
            int size = scan_decode(&high, set + 1, wide);
            /* z-a is no range, but three members. */
            if (high < low)
                high = low;
            else
                set += 1 + size;
        }
        if (low <= wanted && wanted <= high)
            return !negated;
    }
    return negated;
}

static int scan_is_blank(const char *bytes, int wide)
{
    wchar_t c;

    scan_decode(&c, bytes, wide);
    return wide ? iswspace((wint_t)c) : isspace((int)c);
}

/* 0 if nothing follows. */
static int scan_skip_blanks(struct scan_token *token)
{
    char bytes[MB_LEN_MAX];
    int used;

    do
        used = scan_character(token, bytes);
    while (used > 0 && scan_is_blank(bytes, token->wide));
    scan_unget_bytes(token->source, bytes, used);
    return used;
}

/* The argument that a conversion names by its number; all are pointers. */
static void *scan_numbered(va_list arguments, long number)
{
    void *place = NULL;
    va_list list;

    va_copy(list, arguments);
    while (number-- > 0)
        place = va_arg(list, void *);
    va_end(list);
    return place;
}

/* Where characters go: the caller's array or (%m) one that grows, of bytes or wide characters. */
struct scan_text {
    void *place;
    void **result;
    size_t size, capacity;
    int wide, utf8;
    mbstate_t state;
};

/* 0 if there is no memory, or no wide character in the bytes. */
static int scan_append(struct scan_text *text, int c)
{
    size_t unit = text->wide ? sizeof(wchar_t) : 1;

    if (!text->place)
        return 1;
    if (text->result && text->size == text->capacity) {
        void *larger = realloc(text->place, 2 * text->capacity * unit);
        if (!larger)
            return 0;
        text->place = *text->result = larger;
        text->capacity *= 2;
    }
    if (text->wide) {
        char byte = (char)c;
        wchar_t *to = (wchar_t *)text->place + text->size;
        size_t used = text->utf8 ? __utf8_to_wide(to, &byte, 1, &text->state) : mbrtowc(to, &byte, 1, &text->state);
        if (used > MB_LEN_MAX)
            return used != (size_t)-1;
    } else {
        ((char *)text->place)[text->size] = (char)c;
    }
    text->size++;
    return 1;
}

static long scan_width(const char **format)
{
    long value = 0;

    for (; isdigit((unsigned char)**format); ++*format)
        if (value < INT_MAX)
            value = value * 10 + (**format - '0');
    return value;
}

int __scan(struct scan_source *source, const char *format, va_list arguments)
{
    struct scan_token token;
    va_list list;
    int stored = 0, used;
    char bytes[MB_LEN_MAX];

    va_copy(list, arguments);
    source->taken = 0;
    token.source = source;
    token.text = NULL;
    for (; *format; format++) {
        int store = 1, size = SCAN_INT, allocate = 0, conversion;
        long width, number = 0;
        void *place;

        scan_begin(&token, LONG_MAX);
        if (isspace((unsigned char)*format)) {
            scan_skip_blanks(&token);
            continue;
        }
        if (*format != '%' || format[1] == '%') {
            if (*format == '%') {
                format++;
                scan_skip_blanks(&token);
            }
            used = scan_character(&token, bytes);
            if (used == 0)
                goto input_failure;
            if (strncmp(format, bytes, (size_t)used) != 0) {
                scan_unget_bytes(source, bytes, used);
                goto done;
            }
            format += used - 1;
            continue;
        }

        format++;
        width = scan_width(&format);
        if (*format == '$') {
            number = width;
            format++;
            width = 0;
        }
        if (*format == '*') {
            store = 0;
            format++;
        }
        if (width == 0)
            width = scan_width(&format);
        if (*format == 'm') {
            allocate = 1;
            format++;
        }
        switch (*format) {
        case 'h':
            size = SCAN_SHORT;
            if (*++format == 'h') {
                size = SCAN_CHAR;
                format++;
            }
            break;
        case 'l':
            if (*++format == 'l')
                format++;
            size = SCAN_LONG;
            break;
        case 'q': case 'j': case 'z': case 't':
            size = SCAN_LONG;
            format++;
            break;
        case 'L':
            size = SCAN_LONG_DOUBLE;
            format++;
            break;
        }
        conversion = *format;
        if (!conversion)
            break;
        if (conversion == 'C' || conversion == 'S') {
            conversion |= 32;
            size = SCAN_LONG;
        }
        if (conversion != 'c' && conversion != '[' && conversion != 'n' && !scan_skip_blanks(&token))
            goto input_failure;
        scan_begin(&token, width ? width : LONG_MAX);
        place = !store ? NULL : number ? scan_numbered(arguments, number) : va_arg(list, void *);

        switch (conversion) {
        case 'd': case 'i': case 'o': case 'u': case 'x': case 'X': case 'p': {
            int base = conversion == 'i' ? 0 : conversion == 'o' ? 8
                : conversion == 'd' || conversion == 'u' ? 10 : 16;
            int before = errno;
            if (conversion == 'p') {
                size = SCAN_LONG;
                if (scan_null_pointer(&token)) {
                    scan_store(place, size, 0);
                    stored += store;
                    break;
                }
            }
            base = scan_integer(&token, base);
            if (!base)
                goto done;
            scan_keep(&token, 0);
            if (!token.text)
                goto input_failure;
            if (conversion == 'd' || conversion == 'i')
                scan_store(place, size, (unsigned long)strtol(token.text, NULL, base));
            else
                scan_store(place, size, strtoul(token.text, NULL, base));
            errno = before;
            stored += store;
            break;
        }
        case 'a': case 'A': case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': {
            int before = errno;
            if (!scan_real(&token))
                goto done;
            scan_keep(&token, 0);
            if (!token.text)
                goto input_failure;
            if (place) {
                if (size == SCAN_LONG_DOUBLE)
                    *(long double *)place = strtold(token.text, NULL);
                else if (size == SCAN_LONG)
                    *(double *)place = strtod(token.text, NULL);
                else
                    *(float *)place = strtof(token.text, NULL);
            }
            errno = before;
            stored += store;
            break;
        }
        case 'n':
            scan_store(place, size, (unsigned long)source->taken);
            break;
        case 'c': case 's': case '[': {
            struct scan_text text;
            const char *set = NULL;
            int matched = 0, i;

            memset(&text, 0, sizeof text);
            text.wide = size == SCAN_LONG;
            text.utf8 = source->wide;
            token.wide |= text.wide;
            if (conversion == '[') {
                set = format + 1;
                format = scan_set_end(set);
                if (!format)
                    goto done;
            }
            if (conversion == 'c')
                token.left = width ? width : 1;
            if (store && allocate) {
                text.capacity = 32;
                text.result = place;
                place = *text.result = malloc(text.capacity * sizeof(wchar_t));
                if (!place)
                    goto input_failure;
            }
            text.place = place;
            while ((used = scan_character(&token, bytes)) > 0) {
                if (conversion == 's' ? scan_is_blank(bytes, token.wide)
                    : conversion == '[' && !scan_set_has(set, bytes, token.wide))
                    break;
                for (i = 0; i < used; i++)
                    if (!scan_append(&text, (unsigned char)bytes[i]))
                        goto input_failure;
                matched = 1;
            }
            scan_unget_bytes(source, bytes, used);
            if (!matched) {
                if (text.result) {
                    free(text.place);
                    *text.result = NULL;
                }
                if (used > 0)
                    goto done;
                goto input_failure;
            }
            if (conversion != 'c' && !scan_append(&text, 0))
                goto input_failure;
            stored += store;
            break;
        }
        default:
            goto done;
        }
    }
done:
    scan_release(&token);
    va_end(list);
    return stored;

input_failure:
    scan_release(&token);
    va_end(list);
    return stored ? stored : EOF;
}
