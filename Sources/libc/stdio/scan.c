#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include "../internal/charset.h"
#include "../internal/scan.h"

enum { SCAN_CHAR, SCAN_SHORT, SCAN_INT, SCAN_LONG, SCAN_LONG_DOUBLE };

/* The longest number that is kept; further digits are read and do not count. */
enum { SCAN_TOKEN = 1100 };

struct scan_token {
    struct scan_source *source;
    /* Characters that the field may still have. */
    long left;
    int size;
    char text[SCAN_TOKEN + 1];
};

static int scan_get(struct scan_source *source)
{
    int c = source->get(source);

    if (c != EOF)
        source->taken++;
    return c;
}

static void scan_unget(struct scan_source *source, int c)
{
    if (c != EOF) {
        source->taken--;
        source->unget(source, c);
    }
}

/* The next character of a field of limited width. */
static int scan_next(struct scan_token *token)
{
    if (token->left <= 0)
        return EOF;
    token->left--;
    return scan_get(token->source);
}

static void scan_give_back(struct scan_token *token, int c)
{
    if (c != EOF) {
        token->left++;
        scan_unget(token->source, c);
    }
}

static void scan_keep(struct scan_token *token, int c)
{
    if (token->size < SCAN_TOKEN)
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

/* The set behind %[; gives the character after its closing bracket, or NULL. */
static const char *scan_set(struct charset *set, const char *format)
{
    int negated = 0, i, first = 1;

    if (*format == '^') {
        negated = 1;
        format++;
    }
    for (i = 0; i < 4; i++)
        set->bits[i] = 0;
    for (; first || *format != ']'; first = 0, format++) {
        int low = (unsigned char)*format, high = low;
        if (!low)
            return NULL;
        if (format[1] == '-' && format[2] && format[2] != ']') {
            high = (unsigned char)format[2];
            format += 2;
        }
        for (; low <= high; low++)
            set->bits[low >> 6] |= 1UL << (low & 63);
    }
    if (negated)
        for (i = 0; i < 4; i++)
            set->bits[i] = ~set->bits[i];
    return format + 1;
}

/* Where characters go: the caller's array or (%m) one that grows, of bytes or wide characters. */
struct scan_text {
    void *place;
    void **result;
    size_t size, capacity;
    int wide;
    mbstate_t state;
};

/* 0 if there is no memory. */
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
        if (c && mbrtowc((wchar_t *)text->place + text->size, &byte, 1, &text->state) > 4)
            return 1;
        if (!c)
            ((wchar_t *)text->place)[text->size] = 0;
    } else {
        ((char *)text->place)[text->size] = (char)c;
    }
    text->size++;
    return 1;
}

int __scan(struct scan_source *source, const char *format, va_list arguments)
{
    struct scan_token token;
    va_list list;
    int stored = 0, c;

    va_copy(list, arguments);
    source->taken = 0;
    token.source = source;
    for (; *format; format++) {
        int store = 1, size = SCAN_INT, allocate = 0, conversion;
        long width = 0;

        if (isspace((unsigned char)*format)) {
            do
                c = scan_get(source);
            while (c != EOF && isspace(c));
            scan_unget(source, c);
            continue;
        }
        if (*format != '%' || format[1] == '%') {
            c = scan_get(source);
            if (*format == '%') {
                format++;
                while (c != EOF && isspace(c))
                    c = scan_get(source);
            }
            if (c == (unsigned char)*format)
                continue;
            if (c == EOF)
                goto input_failure;
            scan_unget(source, c);
            goto done;
        }

        format++;
        if (*format == '*') {
            store = 0;
            format++;
        }
        for (; isdigit((unsigned char)*format); format++)
            if (width < INT_MAX)
                width = width * 10 + (*format - '0');
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
        if (conversion != 'c' && conversion != '[' && conversion != 'n') {
            do
                c = scan_get(source);
            while (c != EOF && isspace(c));
            if (c == EOF)
                goto input_failure;
            scan_unget(source, c);
        }
        token.size = 0;
        token.left = width ? width : LONG_MAX;

        switch (conversion) {
        case 'd': case 'i': case 'o': case 'u': case 'x': case 'X': case 'p': {
            void *place = store ? va_arg(list, void *) : NULL;
            int base = conversion == 'i' ? 0 : conversion == 'o' ? 8
                : conversion == 'd' || conversion == 'u' ? 10 : 16;
            int before = errno;
            if (conversion == 'p')
                size = SCAN_LONG;
            base = scan_integer(&token, base);
            if (!base)
                goto done;
            token.text[token.size] = 0;
            if (conversion == 'd' || conversion == 'i')
                scan_store(place, size, (unsigned long)strtol(token.text, NULL, base));
            else
                scan_store(place, size, strtoul(token.text, NULL, base));
            errno = before;
            stored += store;
            break;
        }
        case 'a': case 'A': case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': {
            void *place = store ? va_arg(list, void *) : NULL;
            int before = errno;
            if (!scan_real(&token))
                goto done;
            token.text[token.size] = 0;
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
            if (store)
                scan_store(va_arg(list, void *), size, (unsigned long)source->taken);
            break;
        case 'c': case 's': case '[': {
            struct charset set;
            struct scan_text text;
            long count = 0;

            memset(&text, 0, sizeof text);
            text.wide = size == SCAN_LONG;
            if (conversion == '[') {
                format = scan_set(&set, format + 1);
                if (!format)
                    goto done;
                format--;
            }
            if (conversion == 'c')
                token.left = width ? width : 1;
            if (store && allocate) {
                text.capacity = 32;
                text.result = va_arg(list, void **);
                text.place = *text.result = malloc(text.capacity * sizeof(wchar_t));
                if (!text.place)
                    goto input_failure;
            } else if (store) {
                text.place = va_arg(list, void *);
            }
            while ((c = scan_next(&token)) != EOF) {
                if (conversion == 's' ? isspace(c) : conversion == '[' && !CHARSET_HAS(set, c)) {
                    scan_give_back(&token, c);
                    break;
                }
                if (!scan_append(&text, c))
                    goto input_failure;
                count++;
            }
            if (count == 0 || (conversion == 'c' && token.left > 0)) {
                if (text.result) {
                    free(text.place);
                    *text.result = NULL;
                }
                if (c == EOF)
                    goto input_failure;
                goto done;
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
    va_end(list);
    return stored;

input_failure:
    va_end(list);
    return stored ? stored : EOF;
}
