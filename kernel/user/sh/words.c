#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

/* A word while it is read. */
struct growing {
    char *text;
    size_t length, room;
};

static void put(struct growing *word, int character)
{
    if (word->length + 1 >= word->room) {
        char *larger;

        word->room = word->room ? 2 * word->room : 64;
        larger = keep(word->room);
        if (word->length)
            memcpy(larger, word->text, word->length);
        word->text = larger;
    }
    word->text[word->length++] = (char)character;
    word->text[word->length] = 0;
}

static int is_word_end(int character)
{
    return character < 0 || strchr(" \t\n;&|()<>", character) != NULL;
}

static void take(struct input *input, struct growing *word);

/* What stands between quotes, or in the parentheses of $( ); both quotes and parentheses stay in the text. */
static void take_until(struct input *input, struct growing *word, int end)
{
    int character;

    while ((character = input_peek(input)) >= 0) {
        if (character == end) {
            put(word, input_next(input));
            return;
        }
        if (end == '\'')
            put(word, input_next(input));
        else if (end == ')' && character == '(') {
            put(word, input_next(input));
            take_until(input, word, ')');
        } else if (end == '"' && character == '\'')
            put(word, input_next(input));
        else
            take(input, word);
    }
    /* The end of the input inside of quotes: they are closed here. */
    put(word, end);
}

/* One character with whatever belongs to it. */
static void take(struct input *input, struct growing *word)
{
    int character = input_next(input);

    if (character == '\\') {
        int next = input_next(input);

        if (next == '\n')
            return;
        put(word, '\\');
        if (next >= 0)
            put(word, next);
        return;
    }
    put(word, character);
    if (character == '\'' || character == '"')
        take_until(input, word, character);
    else if (character == '$' && input_peek(input) == '(') {
        put(word, input_next(input));
        take_until(input, word, ')');
    } else if (character == '$' && input_peek(input) == '{') {
        put(word, input_next(input));
        take_until(input, word, '}');
    }
}

static void skip_blanks(struct input *input)
{
    for (;;) {
        int character = input_peek(input);

        if (character == ' ' || character == '\t' || character == '\r')
            input_next(input);
        else if (character == '#')
            while (input_peek(input) >= 0 && input_peek(input) != '\n')
                input_next(input);
        else if (character == '\\' && input->position + 1 < input->length && input->text[input->position + 1] == '\n') {
            input_next(input);
            input_next(input);
        } else
            return;
    }
}

/* The operator that begins with `character`; twice the same one may be another. */
static enum token operator(struct input *input, int character)
{
    int next;

    switch (character) {
    case '\n': return TOKEN_NEWLINE;
    case ';': return TOKEN_SEMICOLON;
    case '(': return TOKEN_OPEN;
    case ')': return TOKEN_CLOSE;
    }
    next = input_peek(input);
    if (character != '<' && character == next) {
        input_next(input);
        return character == '&' ? TOKEN_AND : character == '|' ? TOKEN_OR : TOKEN_APPEND;
    }
    if ((character == '<' || character == '>') && next == '&') {
        input_next(input);
        return character == '<' ? TOKEN_LESS_AND : TOKEN_GREATER_AND;
    }
    return character == '&' ? TOKEN_AMPERSAND : character == '|' ? TOKEN_PIPE : character == '<' ? TOKEN_LESS : TOKEN_GREATER;
}

void read_token(struct word_reader *reader)
{
    struct growing word = { NULL, 0, 0 };
    int character;

    skip_blanks(reader->input);
    reader->number = -1;
    reader->text = NULL;
    character = input_peek(reader->input);
    if (character < 0) {
        reader->token = TOKEN_END;
        return;
    }
    if (is_word_end(character)) {
        reader->token = operator(reader->input, input_next(reader->input));
        return;
    }
    while (!is_word_end(input_peek(reader->input)))
        take(reader->input, &word);
    reader->text = word.text ? word.text : keep_text("", 0);
    /* A digit right before < or > is the number of a file. */
    character = input_peek(reader->input);
    if (word.length == 1 && isdigit((unsigned char)word.text[0]) && (character == '<' || character == '>')) {
        reader->token = operator(reader->input, input_next(reader->input));
        reader->number = word.text[0] - '0';
        return;
    }
    reader->token = TOKEN_WORD;
}
