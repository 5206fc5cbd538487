#include <ctype.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include "sh.h"

static struct word_reader reader;
static jmp_buf on_problem;

static void problem(void)
{
    static const char *const spellings[] = { "end of input", "end of line", "", ";", "&", "&&", "||", "|", "(", ")", "<", ">", ">>",
                                             "<&", ">&" };

    fprintf(stderr, "sh: %s:%d: syntax error at '%s'\n", reader.input->name, reader.input->line - (reader.token == TOKEN_NEWLINE),
            reader.token == TOKEN_WORD ? reader.text : spellings[reader.token]);
    longjmp(on_problem, 1);
}

int is_name(const char *text, size_t length)
{
    if (length == 0 || isdigit((unsigned char)text[0]))
        return 0;
    for (size_t k = 0; k < length; k++)
        if (!isalnum((unsigned char)text[k]) && text[k] != '_')
            return 0;
    return 1;
}

static struct node *make(enum kind kind, struct node *first, struct node *second)
{
    struct node *node = keep(sizeof *node);

    node->kind = kind;
    node->first = first;
    node->second = second;
    return node;
}

static int is_reserved(const char *word)
{
    return reader.token == TOKEN_WORD && strcmp(reader.text, word) == 0;
}

static void expect(const char *word)
{
    if (!is_reserved(word))
        problem();
    read_token(&reader);
}

static void skip_newlines(void)
{
    while (reader.token == TOKEN_NEWLINE)
        read_token(&reader);
}

static struct node *parse_list(void);

/* Where a list inside of something ends. */
static int at_end_of_list(void)
{
    static const char *const ends[] = { "then", "else", "elif", "fi", "do", "done", "}", NULL };

    if (reader.token == TOKEN_END || reader.token == TOKEN_CLOSE)
        return 1;
    for (int k = 0; ends[k]; k++)
        if (is_reserved(ends[k]))
            return 1;
    return 0;
}

/* From the condition on; `if` or `elif` has been read. */
static struct node *parse_if(void)
{
    struct node *node = make(IF, parse_list(), NULL);

    expect("then");
    node->second = parse_list();
    if (is_reserved("elif")) {
        read_token(&reader);
        node->otherwise = parse_if();
        return node;
    }
    if (is_reserved("else")) {
        read_token(&reader);
        node->otherwise = parse_list();
    }
    expect("fi");
    return node;
}

static struct node *parse_body(void)
{
    struct node *body;

    expect("do");
    body = parse_list();
    expect("done");
    return body;
}

static struct node *parse_while(enum kind kind)
{
    struct node *condition = parse_list();

    return make(kind, condition, parse_body());
}

static struct node *parse_for(void)
{
    struct node *node = make(FOR, NULL, NULL);

    if (reader.token != TOKEN_WORD || !is_name(reader.text, strlen(reader.text)))
        problem();
    texts_add(&node->words, reader.text);
    read_token(&reader);
    skip_newlines();
    if (is_reserved("in")) {
        for (read_token(&reader); reader.token == TOKEN_WORD; read_token(&reader))
            texts_add(&node->words, reader.text);
    } else
        texts_add(&node->words, "\"$@\"");
    if (reader.token == TOKEN_SEMICOLON)
        read_token(&reader);
    skip_newlines();
    node->first = parse_body();
    return node;
}

static int parse_redirect(struct node *node)
{
    static const enum redirection kinds[] = { FROM_FILE, TO_FILE, APPEND_TO_FILE, FROM_NUMBER, FROM_NUMBER };
    struct redirect *redirect, **end;

    if (reader.token < TOKEN_LESS)
        return 0;
    redirect = keep(sizeof *redirect);
    redirect->kind = kinds[reader.token - TOKEN_LESS];
    redirect->fd = reader.number >= 0 ? reader.number : reader.token != TOKEN_LESS && reader.token != TOKEN_LESS_AND;
    read_token(&reader);
    if (reader.token != TOKEN_WORD)
        problem();
    redirect->target = reader.text;
    read_token(&reader);
    for (end = &node->redirects; *end; end = &(*end)->next)
        ;
    *end = redirect;
    return 1;
}

static struct node *parse_compound(void)
{
    struct node *list;

    if (reader.token == TOKEN_OPEN) {
        read_token(&reader);
        list = parse_list();
        if (reader.token != TOKEN_CLOSE)
            problem();
        read_token(&reader);
        return make(SUBSHELL, list, NULL);
    }
    if (is_reserved("{")) {
        read_token(&reader);
        list = parse_list();
        expect("}");
        return make(GROUP, list, NULL);
    }
    for (int k = 0; k < 4; k++) {
        static const char *const words[] = { "if", "while", "until", "for" };

        if (!is_reserved(words[k]))
            continue;
        read_token(&reader);
        return k == 0 ? parse_if() : k == 3 ? parse_for() : parse_while(k == 1 ? WHILE : UNTIL);
    }
    return NULL;
}

static struct node *parse_simple(void)
{
    struct node *node = parse_compound();

    if (node) {
        while (parse_redirect(node))
            ;
        return node;
    }
    if (at_end_of_list())
        problem();
    node = make(SIMPLE, NULL, NULL);
    for (;;) {
        if (reader.token == TOKEN_WORD) {
            texts_add(&node->words, reader.text);
            read_token(&reader);
        } else if (!parse_redirect(node))
            break;
    }
    if (!node->words.count && !node->redirects)
        problem();
    return node;
}

static struct node *parse_pipe(void)
{
    struct node *node;

    if (is_reserved("!")) {
        read_token(&reader);
        return make(NOT, parse_pipe(), NULL);
    }
    node = parse_simple();
    if (reader.token != TOKEN_PIPE)
        return node;
    read_token(&reader);
    skip_newlines();
    return make(PIPE, node, parse_pipe());
}

static struct node *parse_and_or(void)
{
    struct node *node = parse_pipe();

    while (reader.token == TOKEN_AND || reader.token == TOKEN_OR) {
        enum kind kind = reader.token == TOKEN_AND ? AND : OR;

        read_token(&reader);
        skip_newlines();
        node = make(kind, node, parse_pipe());
    }
    return node;
}

/* One entry of a list with the ; or & behind it. */
static struct node *parse_entry(void)
{
    struct node *node = parse_and_or();

    if (reader.token == TOKEN_AMPERSAND) {
        node = make(BACKGROUND, node, NULL);
        read_token(&reader);
    } else if (reader.token == TOKEN_SEMICOLON)
        read_token(&reader);
    else if (reader.token != TOKEN_NEWLINE && !at_end_of_list())
        problem();
    return node;
}

static struct node *parse_list(void)
{
    struct node *list = NULL;

    for (skip_newlines(); !at_end_of_list(); skip_newlines()) {
        struct node *entry = parse_entry();

        list = list ? make(SEQUENCE, list, entry) : entry;
    }
    if (!list)
        problem();
    return list;
}

enum parsed parse_command(struct input *input, struct node **node)
{
    *node = NULL;
    reader.input = input;
    if (setjmp(on_problem)) {
        /* Nothing of the rest of the line is any good. */
        while (reader.token != TOKEN_NEWLINE && reader.token != TOKEN_END)
            read_token(&reader);
        *node = NULL;
        return PARSED_WRONG;
    }
    read_token(&reader);
    if (reader.token == TOKEN_END)
        return PARSED_END;
    while (reader.token != TOKEN_NEWLINE && reader.token != TOKEN_END) {
        struct node *entry = parse_entry();

        *node = *node ? make(SEQUENCE, *node, entry) : entry;
    }
    return PARSED;
}
