#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

enum { PIECE = 4096 };

void input_from_file(struct input *input, int file, const char *name)
{
    memset(input, 0, sizeof *input);
    input->file = file;
    input->name = name;
    input->line = 1;
}

void input_from_text(struct input *input, const char *text)
{
    input_from_file(input, -1, "-c");
    input->text = strdup(text);
    input->length = strlen(text);
    input->has_ended = 1;
}

static char *room_for(struct input *input, size_t size)
{
    if (input->length + size > input->room) {
        input->room = input->length + size + PIECE;
        input->text = realloc(input->text, input->room);
        if (!input->text)
            errx(1, "out of memory");
    }
    return input->text + input->length;
}

static void read_line(struct input *input)
{
    const char *prompt = variable(input->length ? "PS2" : "PS1");
    char *line = edit_line(prompt ? prompt : input->length ? "> " : "$ ");
    size_t length;

    if (!line) {
        input->has_ended = 1;
        return;
    }
    length = strlen(line);
    memcpy(room_for(input, length + 1), line, length);
    input->text[input->length + length] = '\n';
    input->length += length + 1;
    free(line);
}

/* A script is read as far as its commands have come: what a command reads from the same file is its own. */
static void read_file(struct input *input)
{
    char byte;
    ssize_t size;

    do {
        size = read(input->file, &byte, 1);
        if (size <= 0) {
            input->has_ended = 1;
            return;
        }
        *room_for(input, 1) = byte;
        input->length++;
    } while (byte != '\n');
}

int input_peek(struct input *input)
{
    while (input->position == input->length) {
        if (input->has_ended)
            return -1;
        if (input->is_terminal)
            read_line(input);
        else
            read_file(input);
    }
    return (unsigned char)input->text[input->position];
}

int input_next(struct input *input)
{
    int character = input_peek(input);

    if (character >= 0)
        input->position++;
    if (character == '\n')
        input->line++;
    return character;
}

void input_forget(struct input *input)
{
    memmove(input->text, input->text + input->position, input->length - input->position);
    input->length -= input->position;
    input->position = 0;
}

void input_free(struct input *input)
{
    free(input->text);
    input->text = NULL;
}
