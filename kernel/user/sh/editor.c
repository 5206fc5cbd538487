#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include "sh.h"

/* A line typed at a terminal, with the keys of Emacs and the arrows, and the lines before it. */

enum { LONGEST = 4095, REMEMBERED = 100 };

enum key { KEY_UP = 256, KEY_DOWN, KEY_RIGHT, KEY_LEFT, KEY_HOME, KEY_END, KEY_DELETE, KEY_NONE };

#define CONTROL(letter) ((letter) - 64)

static char line[LONGEST + 1];
static size_t length, cursor;

static char *history[REMEMBERED];
static int history_count;

static int read_byte(void)
{
    unsigned char byte;

    return read(0, &byte, 1) == 1 ? byte : -1;
}

/* The arrows and their neighbours come as ESC [ letter, or ESC [ number ~. */
static int read_key(void)
{
    int byte = read_byte();
    int number = 0;

    if (byte != 27)
        return byte;
    byte = read_byte();
    if (byte != '[' && byte != 'O')
        return KEY_NONE;
    for (byte = read_byte(); byte >= '0' && byte <= '9'; byte = read_byte())
        number = 10 * number + byte - '0';
    switch (byte) {
    case 'A': return KEY_UP;
    case 'B': return KEY_DOWN;
    case 'C': return KEY_RIGHT;
    case 'D': return KEY_LEFT;
    case 'H': return KEY_HOME;
    case 'F': return KEY_END;
    case '~': return number == 3 ? KEY_DELETE : number == 1 || number == 7 ? KEY_HOME : number == 4 || number == 8 ? KEY_END : KEY_NONE;
    }
    return KEY_NONE;
}

static size_t columns(void)
{
    struct winsize size;

    return ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

/* The part of the line around the cursor that fits behind the prompt. */
static void show(const char *prompt)
{
    size_t room = columns() - strlen(prompt) % columns() - 1;
    size_t first = cursor >= room ? cursor - room + 1 : 0;
    size_t count = length - first < room ? length - first : room;

    printf("\r%s%.*s\033[K", prompt, (int)count, line + first);
    if (first + count > cursor)
        printf("\033[%dD", (int)(first + count - cursor));
    fflush(stdout);
}

static void insert(char character)
{
    if (length == LONGEST)
        return;
    memmove(line + cursor + 1, line + cursor, length - cursor);
    line[cursor++] = character;
    length++;
}

static void erase(size_t from, size_t to)
{
    memmove(line + from, line + to, length - to);
    length -= to - from;
    cursor = from;
}

static void recall(int *position, int step)
{
    int to = *position + step;

    if (to < 0 || to > history_count)
        return;
    *position = to;
    length = cursor = to == history_count ? 0 : strlen(history[to]);
    if (to < history_count)
        memcpy(line, history[to], length);
}

static void remember(void)
{
    if (length == 0 || (history_count > 0 && strcmp(history[history_count - 1], line) == 0))
        return;
    if (history_count == REMEMBERED) {
        free(history[0]);
        memmove(history, history + 1, (REMEMBERED - 1) * sizeof *history);
        history_count--;
    }
    history[history_count++] = strdup(line);
}

static size_t word_start(void)
{
    size_t at = cursor;

    while (at > 0 && line[at - 1] == ' ')
        at--;
    while (at > 0 && line[at - 1] != ' ')
        at--;
    return at;
}

/* 1 when the line is complete, -1 at the end of the input. */
static int edit(const char *prompt)
{
    int position = history_count;

    length = cursor = 0;
    for (;;) {
        int key;

        show(prompt);
        key = read_key();
        switch (key) {
        case -1: return -1;
        case '\r':
        case '\n': return 1;
        case CONTROL('C'):
            printf("^C\n");
            length = cursor = 0;
            position = history_count;
            break;
        case CONTROL('D'):
            if (length == 0)
                return -1;
            if (cursor < length)
                erase(cursor, cursor + 1);
            break;
        case KEY_DELETE:
            if (cursor < length)
                erase(cursor, cursor + 1);
            break;
        case 127:
        case CONTROL('H'):
            if (cursor > 0)
                erase(cursor - 1, cursor);
            break;
        case CONTROL('A'):
        case KEY_HOME: cursor = 0; break;
        case CONTROL('E'):
        case KEY_END: cursor = length; break;
        case CONTROL('B'):
        case KEY_LEFT: cursor -= cursor > 0; break;
        case CONTROL('F'):
        case KEY_RIGHT: cursor += cursor < length; break;
        case CONTROL('P'):
        case KEY_UP: recall(&position, -1); break;
        case CONTROL('N'):
        case KEY_DOWN: recall(&position, 1); break;
        case CONTROL('U'): erase(0, cursor); break;
        case CONTROL('K'): length = cursor; break;
        case CONTROL('W'): erase(word_start(), cursor); break;
        case CONTROL('L'): printf("\033[H\033[J"); break;
        default:
            if (key >= ' ' && key < 256)
                insert((char)key);
        }
    }
}

/* A terminal that cannot be switched over gives whole lines. */
static char *plain_line(const char *prompt)
{
    char *text = NULL;
    size_t room = 0;
    ssize_t size;

    printf("%s", prompt);
    fflush(stdout);
    size = getline(&text, &room, stdin);
    if (size < 0) {
        free(text);
        return NULL;
    }
    if (size > 0 && text[size - 1] == '\n')
        text[size - 1] = 0;
    return text;
}

char *edit_line(const char *prompt)
{
    struct termios before, raw;
    int result;

    if (tcgetattr(0, &before) != 0)
        return plain_line(prompt);
    raw = before;
    raw.c_iflag &= ~(unsigned)(ICRNL | IXON);
    raw.c_lflag &= ~(unsigned)(ICANON | ECHO | ISIG | IEXTEN);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(0, TCSADRAIN, &raw) != 0)
        return plain_line(prompt);
    result = edit(prompt);
    cursor = length;
    line[length] = 0;
    if (result > 0)
        show(prompt);
    printf("\n");
    fflush(stdout);
    tcsetattr(0, TCSADRAIN, &before);
    if (result < 0)
        return NULL;
    remember();
    return strdup(line);
}
