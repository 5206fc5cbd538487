/* The shell: text → words and operators (words.c) → a tree (parse.c) → processes (run.c), with the words
   expanded (expand.c) just before they are used. */
#ifndef SH_H
#define SH_H

#include <stddef.h>

/* --- memory.c: everything that belongs to one command line, freed together --- */

void *keep(size_t size);
char *keep_text(const char *text, size_t length);
/* Frees what was kept since the mark was taken. */
size_t memory_mark(void);
void memory_release(size_t mark);

/* A growing list of texts, ended by NULL. */
struct texts {
    char **at;
    size_t count, room;
};
void texts_add(struct texts *texts, char *text);

/* --- input.c: where lines come from --- */

struct input {
    /* What is being read; more comes from `file`, or from the terminal, or not at all. */
    char *text;
    size_t position, length, room;
    int file;
    int is_terminal;
    int has_ended;
    int line;
    const char *name;
};

void input_from_file(struct input *input, int file, const char *name);
void input_from_text(struct input *input, const char *text);
/* The next character without taking it, or -1; asks for a further line where a command goes on. */
int input_peek(struct input *input);
int input_next(struct input *input);
/* Forgets the lines that have been read. */
void input_forget(struct input *input);
void input_free(struct input *input);

/* --- editor.c: a line typed at a terminal --- */

/* The line without its newline, to be freed; NULL at the end of the input. */
char *edit_line(const char *prompt);

/* --- words.c --- */

enum token {
    TOKEN_END, TOKEN_NEWLINE, TOKEN_WORD, TOKEN_SEMICOLON, TOKEN_AMPERSAND, TOKEN_AND, TOKEN_OR, TOKEN_PIPE,
    TOKEN_OPEN, TOKEN_CLOSE, TOKEN_LESS, TOKEN_GREATER, TOKEN_APPEND, TOKEN_LESS_AND, TOKEN_GREATER_AND
};

struct word_reader {
    struct input *input;
    enum token token;
    /* Of a word: as it was written, with its quotes. */
    char *text;
    /* Of a redirection: the number before it, or -1. */
    int number;
};

void read_token(struct word_reader *reader);

/* --- parse.c --- */

enum redirection { FROM_FILE, TO_FILE, APPEND_TO_FILE, FROM_NUMBER };

struct redirect {
    int fd;
    enum redirection kind;
    char *target;
    struct redirect *next;
};

enum kind { SIMPLE, PIPE, AND, OR, NOT, SEQUENCE, BACKGROUND, GROUP, SUBSHELL, IF, WHILE, UNTIL, FOR };

struct node {
    enum kind kind;
    /* SIMPLE: assignments and words in order. FOR: the variable, then the words. */
    struct texts words;
    struct redirect *redirects;
    /* PIPE AND OR SEQUENCE: both. NOT BACKGROUND GROUP SUBSHELL FOR: the first. WHILE UNTIL: condition and body. IF: condition and
       body, and what comes otherwise. */
    struct node *first, *second, *otherwise;
};

enum parsed { PARSED, PARSED_WRONG, PARSED_END };

/* The commands up to the end of the line; *node is NULL if there are none. */
enum parsed parse_command(struct input *input, struct node **node);
int is_name(const char *text, size_t length);

/* --- expand.c --- */

/* All words, each expanded to any number of fields. */
char **expand_words(char **words);
/* One word to one text: no splitting, no file names. */
char *expand_text(const char *word);

/* --- pattern.c --- */

/* In a pattern a backslash takes the meaning from what follows. */
int pattern_matches(const char *pattern, const char *text);
/* The existing paths that match, in order; none is not an error. */
void pattern_paths(const char *pattern, struct texts *paths);

/* --- arithmetic.c --- */

long arithmetic(const char *text);

/* --- variables.c --- */

const char *variable(const char *name);
void set_variable(const char *name, const char *value);
void export_variable(const char *name);
void unset_variable(const char *name);
char **exported_variables(void);
void take_environment(char **environment);
void print_variables(int only_exported);

/* --- run.c --- */

extern int last_status;
/* The process that was last started in the background. */
extern int last_background;
/* $0, $1 … */
extern char **parameters;
extern int is_interactive;

int run(struct node *node);
int run_text(const char *text);
int run_file(int file, const char *name);
/* What a command writes, without the newlines at its end. */
char *output_of(const char *command);
/* 128 + n for a signal. */
int status_of(int wait_status);

/* --- builtins.c --- */

typedef int builtin(char **arguments);
builtin *find_builtin(const char *name);
/* How many loops `break` (or `continue`) still has to leave; the last of them is gone on with by `continue`. */
extern int loops_to_leave;
extern int goes_on;
extern int loop_depth;

#endif
