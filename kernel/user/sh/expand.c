#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

/* The field being built. Its text is a pattern: what was quoted and would mean something has a backslash. */
struct field {
    char *text;
    size_t length, room;
    /* It exists, even if empty: there was text, or quotes. */
    int is_there;
    int has_pattern;
};

struct expansion {
    struct texts *fields;
    struct field field;
    /* One text comes out: no splitting, no paths. */
    int is_single;
};

static void put(struct field *field, char character)
{
    if (field->length + 1 >= field->room) {
        char *larger;

        field->room = field->room ? 2 * field->room : 64;
        larger = keep(field->room);
        if (field->length)
            memcpy(larger, field->text, field->length);
        field->text = larger;
    }
    field->text[field->length++] = character;
    field->text[field->length] = 0;
    field->is_there = 1;
}

static void put_quoted(struct expansion *expansion, char character)
{
    if (strchr("*?[]\\", character))
        put(&expansion->field, '\\');
    put(&expansion->field, character);
}

static void put_unquoted(struct expansion *expansion, char character)
{
    if (character == '\\')
        put(&expansion->field, '\\');
    if (strchr("*?[", character))
        expansion->field.has_pattern = 1;
    put(&expansion->field, character);
}

/* In place: the text that a pattern without any meaning stands for. */
static char *without_backslashes(char *pattern)
{
    char *to = pattern;

    for (char *from = pattern; *from; from++) {
        if (*from == '\\' && from[1])
            from++;
        *to++ = *from;
    }
    *to = 0;
    return pattern;
}

static void end_field(struct expansion *expansion)
{
    struct field *field = &expansion->field;
    size_t before = expansion->fields->count;

    if (field->is_there) {
        char *text = field->text ? field->text : keep_text("", 0);

        if (field->has_pattern && !expansion->is_single)
            pattern_paths(text, expansion->fields);
        if (expansion->fields->count == before)
            texts_add(expansion->fields, without_backslashes(text));
    }
    memset(field, 0, sizeof *field);
}

/* The value of a variable or the output of a command: split at blanks unless it stands in quotes. */
static void put_value(struct expansion *expansion, const char *value, int is_quoted)
{
    for (; *value; value++) {
        if (is_quoted)
            put_quoted(expansion, *value);
        else if (!expansion->is_single && strchr(" \t\n", *value))
            end_field(expansion);
        else
            put_unquoted(expansion, *value);
    }
}

static void put_parameters(struct expansion *expansion, int is_quoted, int is_one)
{
    for (int k = 1; parameters[0] && parameters[k]; k++) {
        if (k > 1) {
            if (is_one || expansion->is_single)
                put_quoted(expansion, ' ');
            else
                end_field(expansion);
        }
        if (is_quoted)
            expansion->field.is_there = 1;
        put_value(expansion, parameters[k], is_quoted);
    }
}

static const char *value_of(const char *name)
{
    static char number[24];
    long value;

    if (!isdigit((unsigned char)name[0]) && !strchr("?$!#", name[0]))
        return variable(name);
    if (isdigit((unsigned char)name[0])) {
        long wanted = strtol(name, NULL, 10);

        for (long k = 0; parameters[k]; k++)
            if (k == wanted)
                return parameters[k];
        return NULL;
    }
    switch (name[0]) {
    case '?': value = last_status; break;
    case '$': value = getpid(); break;
    case '!': value = last_background; break;
    default:
        for (value = 0; parameters[0] && parameters[value + 1]; value++)
            ;
    }
    snprintf(number, sizeof number, "%ld", value);
    return number;
}

/* Behind the bracket that belongs to the one before `text`. */
static const char *matching(const char *text, char open, char close)
{
    int depth = 1;

    for (; *text; text++) {
        if (*text == '\\' && text[1])
            text++;
        else if (*text == '\'') {
            while (text[1] && *++text != '\'')
                ;
        } else if (*text == open)
            depth++;
        else if (*text == close && --depth == 0)
            return text + 1;
    }
    return text;
}

static void expand_into(struct expansion *expansion, const char *word, int is_quoted);

/* ${name}, ${#name}, ${name-word} ${name:-word} ${name+word} ${name:+word}; `text` is what stands inside. */
static void expand_braces(struct expansion *expansion, const char *text, int is_quoted)
{
    int counts = text[0] == '#' && text[1];
    size_t length;
    char *name;
    const char *value;
    char number[24];

    if (counts)
        text++;
    length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    if (length == 0 && *text)
        length = 1;
    name = keep_text(text, length);
    value = *name ? value_of(name) : NULL;
    text += length;
    if (counts) {
        snprintf(number, sizeof number, "%zu", value ? strlen(value) : 0);
        put_value(expansion, number, is_quoted);
        return;
    }
    if (*text == ':') {
        text++;
        if (value && !*value)
            value = NULL;
    }
    if (*text == '-' ? !value : *text == '+' && value)
        expand_into(expansion, text + 1, is_quoted);
    else if (value && *text != '+')
        put_value(expansion, value, is_quoted);
}

/* What follows a dollar sign; the result is behind it. */
static const char *expand_dollar(struct expansion *expansion, const char *text, int is_quoted)
{
    size_t length;

    if (text[0] == '(' && text[1] == '(') {
        const char *end = matching(text + 1, '(', ')');
        char number[24];

        if (end[-1] == ')' && end[-2] == ')') {
            snprintf(number, sizeof number, "%ld", arithmetic(expand_text(keep_text(text + 2, (size_t)(end - text - 4)))));
            put_value(expansion, number, is_quoted);
            return end;
        }
    }
    if (text[0] == '(') {
        const char *end = matching(text + 1, '(', ')');

        put_value(expansion, output_of(keep_text(text + 1, (size_t)(end - text - 2))), is_quoted);
        return end;
    }
    if (text[0] == '{') {
        const char *end = matching(text + 1, '{', '}');

        expand_braces(expansion, keep_text(text + 1, (size_t)(end - text - 2)), is_quoted);
        return end;
    }
    if (text[0] == '@' || text[0] == '*') {
        put_parameters(expansion, is_quoted, text[0] == '*' && is_quoted);
        return text + 1;
    }
    length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    if (isdigit((unsigned char)text[0]) || (length == 0 && text[0] && strchr("?$!#", text[0])))
        length = 1;
    if (length == 0) {
        put_unquoted(expansion, '$');
        return text;
    }
    {
        const char *value = value_of(keep_text(text, length));

        if (value)
            put_value(expansion, value, is_quoted);
    }
    return text + length;
}

static void expand_into(struct expansion *expansion, const char *word, int is_quoted)
{
    while (*word) {
        char character = *word++;

        if (character == '"') {
            is_quoted = !is_quoted;
            /* "$@" without parameters is nothing at all. */
            if (strncmp(word, "$@\"", 3) != 0)
                expansion->field.is_there = 1;
        } else if (character == '\'' && !is_quoted) {
            expansion->field.is_there = 1;
            for (; *word && *word != '\''; word++)
                put_quoted(expansion, *word);
            if (*word)
                word++;
        } else if (character == '\\' && *word && (!is_quoted || strchr("$\"\\`", *word)))
            put_quoted(expansion, *word++);
        else if (character == '$')
            word = expand_dollar(expansion, word, is_quoted);
        else if (is_quoted)
            put_quoted(expansion, character);
        else
            put_unquoted(expansion, character);
    }
}

/* ~ and ~/… at the beginning. */
static const char *expand_home(struct expansion *expansion, const char *word)
{
    const char *home = variable("HOME");

    if (word[0] != '~' || (word[1] && word[1] != '/') || !home)
        return word;
    put_value(expansion, home, 1);
    return word + 1;
}

char **expand_words(char **words)
{
    struct texts fields = { NULL, 0, 0 };
    struct expansion expansion = { &fields, { NULL, 0, 0, 0, 0 }, 0 };

    for (; words && *words; words++) {
        expand_into(&expansion, expand_home(&expansion, *words), 0);
        end_field(&expansion);
    }
    return fields.at ? fields.at : keep(sizeof(char *));
}

char *expand_text(const char *word)
{
    struct texts fields = { NULL, 0, 0 };
    struct expansion expansion = { &fields, { NULL, 0, 0, 0, 0 }, 1 };

    expand_into(&expansion, expand_home(&expansion, word), 0);
    expansion.field.is_there = 1;
    end_field(&expansion);
    return fields.at[0];
}
