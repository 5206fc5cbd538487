/*
 * What programs write, to letters in places: control characters, and the escape sequences of a VT100 and Linux's console (TERM=linux)
 * as far as shells, editors and top use them. Text is UTF-8; what is beyond Latin-1 is shown as NO_LETTER.
 */
#include "base.h"
#include "screen.h"

enum { ESCAPE = 033, MOST_NUMBERS = 16, TAB = 8, DARK = 7, BRIGHT = 8 };

/*
 * How far a sequence has come: none, behind ESC, ESC [, ESC ] (a title, which goes on to the bell or ESC \ and is not shown), and behind ESC and
 * a letter that takes another.
 */
static enum { TEXT, ESCAPED, CONTROL, TITLE, ONE_MORE } state;
static u32 numbers[MOST_NUMBERS];
static int number_count, is_private;

/* The pen: colours 0 to 15. */
static int colour = DARK, ground, is_bold, is_reversed;

/* Only these rows scroll, from top up to bottom, which is not one of them. 0: all. */
static int top, bottom;
static int inserts, stays_at_margin;
static int saved_row, saved_column;

/* UTF-8: the letter so far, and how many bytes of it are still to come. */
static u32 letter;
static int bytes_to_come;

static int limited(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static int region_end(void)
{
    return bottom ? bottom : screen.rows;
}

/* ---- Places ---- */

static place blank(void)
{
    return is_reversed ? PLACE(' ', ground, colour) : PLACE(' ', colour, ground);
}

static void clear(int row, int from, int to)
{
    for (; from < to; from++) screen.places[row][from] = blank();
}

static void clear_rows(int from, int to)
{
    for (; from < to; from++) clear(from, 0, screen.columns);
}

static void copy_row(int to, int from)
{
    copy_bytes(screen.places[to], screen.places[from], screen.columns * sizeof(place));
}

/* The rows from first up to end move up or down by `count`; empty ones follow. */
static void move_up(int first, int end, int count)
{
    int row;

    count = limited(count, 0, end - first);
    for (row = first; row < end - count; row++) copy_row(row, row + count);
    clear_rows(end - count, end);
}

static void move_down(int first, int end, int count)
{
    int row;

    count = limited(count, 0, end - first);
    for (row = end - 1; row >= first + count; row--) copy_row(row, row - count);
    clear_rows(first, first + count);
}

/* The places from the cursor to the end of its row move left or right. */
static void remove_places(int count)
{
    place *at = screen.places[screen.row] + screen.column;
    int left = screen.columns - screen.column;

    count = limited(count, 0, left);
    copy_bytes(at, at + count, (left - count) * sizeof(place));
    clear(screen.row, screen.columns - count, screen.columns);
}

static void insert_places(int count)
{
    place *at = screen.places[screen.row] + screen.column;
    int left = screen.columns - screen.column;

    count = limited(count, 0, left);
    copy_bytes(at + count, at, (left - count) * sizeof(place));
    clear(screen.row, screen.column, screen.column + count);
}

/* ---- The cursor: behind the last column it waits for the next letter, which goes to the next row ---- */

static void go(int row, int column)
{
    screen.row = limited(row, 0, screen.rows - 1);
    screen.column = limited(column, 0, screen.columns - 1);
}

static void line_feed(void)
{
    if (screen.row + 1 == region_end()) move_up(top, region_end(), 1);
    else if (screen.row + 1 < screen.rows) screen.row++;
}

static void line_feed_back(void)
{
    if (screen.row == top) move_down(top, region_end(), 1);
    else if (screen.row > 0) screen.row--;
}

static void put_letter(u32 c)
{
    int bright = colour | (is_bold ? BRIGHT : 0);

    if (c > 0xff || c < ' ' || (c >= 0x7f && c < 0xa0)) c = NO_LETTER;
    if (screen.column >= screen.columns) {
        screen.column = 0;
        line_feed();
    }
    if (inserts) insert_places(1);
    screen.places[screen.row][screen.column] = is_reversed ? PLACE(c, ground, bright) : PLACE(c, bright, ground);
    screen.column++;
    if (stays_at_margin && screen.column == screen.columns) screen.column--;
}

/* ---- Sequences ---- */

/* The n-th number of a sequence; what is not there, or 0, is 1. */
static int count(int n)
{
    return n < number_count && numbers[n] > 0 ? (int)numbers[n] : 1;
}

static int number(int n)
{
    return n < number_count ? (int)numbers[n] : 0;
}

/* A colour of 256, as far as it is one of the 16; it takes one number more, a mixed one three, and that is left out. */
static int chosen(int *n, int old)
{
    int kind = number(*n + 1), value = number(*n + 2);

    *n += kind == 5 ? 2 : kind == 2 ? 4 : 0;
    return kind == 5 && value < 16 ? value : old;
}

static void set_pen(void)
{
    int n, what;

    for (n = 0; n < number_count || n == 0; n++) {
        what = number(n);
        if (what == 0) {
            colour = DARK;
            ground = is_bold = is_reversed = 0;
        } else if (what == 1) is_bold = 1;
        else if (what == 22) is_bold = 0;
        else if (what == 7) is_reversed = 1;
        else if (what == 27) is_reversed = 0;
        else if (what >= 30 && what <= 37) colour = what - 30;
        else if (what == 38) colour = chosen(&n, colour);
        else if (what == 39) colour = DARK;
        else if (what >= 40 && what <= 47) ground = what - 40;
        else if (what == 48) ground = chosen(&n, ground);
        else if (what == 49) ground = 0;
        else if (what >= 90 && what <= 97) colour = what - 90 + BRIGHT;
        else if (what >= 100 && what <= 107) ground = what - 100 + BRIGHT;
    }
}

/* 0: from the cursor on; 1: up to it, with it; 2: all. */
static void erase_display(int what)
{
    if (what == 0) {
        clear(screen.row, screen.column, screen.columns);
        clear_rows(screen.row + 1, screen.rows);
    } else if (what == 1) {
        clear_rows(0, screen.row);
        clear(screen.row, 0, limited(screen.column + 1, 0, screen.columns));
    } else {
        clear_rows(0, screen.rows);
    }
}

static void erase_line(int what)
{
    int end = what == 1 ? limited(screen.column + 1, 0, screen.columns) : screen.columns;

    clear(screen.row, what == 0 ? screen.column : 0, end);
}

static void set_region(void)
{
    int end = number(1) ? number(1) : screen.rows;

    if (count(0) >= end || end > screen.rows) return;
    top = count(0) - 1;
    bottom = end;
    go(0, 0);
}

static void set_mode(int on)
{
    int n;

    for (n = 0; n < number_count; n++) {
        if (is_private && numbers[n] == 25) screen.cursor_is_hidden = !on;
        if (is_private && numbers[n] == 7) stays_at_margin = !on;
        if (!is_private && numbers[n] == 4) inserts = on;
    }
}

static void save_cursor(void)
{
    saved_row = screen.row;
    saved_column = screen.column;
}

static void control_sequence(int c)
{
    if (is_private && c != 'h' && c != 'l') return;
    switch (c) {
    case '@': insert_places(count(0)); break;
    case 'A': go(screen.row - count(0), screen.column); break;
    case 'B':
    case 'e': go(screen.row + count(0), screen.column); break;
    case 'C':
    case 'a': go(screen.row, screen.column + count(0)); break;
    case 'D': go(screen.row, screen.column - count(0)); break;
    case 'E': go(screen.row + count(0), 0); break;
    case 'F': go(screen.row - count(0), 0); break;
    case 'G':
    case '`': go(screen.row, count(0) - 1); break;
    case 'H':
    case 'f': go(count(0) - 1, count(1) - 1); break;
    case 'J': erase_display(number(0)); break;
    case 'K': erase_line(number(0)); break;
    case 'L':
        if (screen.row >= top && screen.row < region_end()) move_down(screen.row, region_end(), count(0));
        break;
    case 'M':
        if (screen.row >= top && screen.row < region_end()) move_up(screen.row, region_end(), count(0));
        break;
    case 'P': remove_places(count(0)); break;
    case 'S': move_up(top, region_end(), count(0)); break;
    case 'T': move_down(top, region_end(), count(0)); break;
    case 'X': clear(screen.row, screen.column, limited(screen.column + limited(count(0), 0, MOST_COLUMNS), 0, screen.columns)); break;
    case 'd': go(count(0) - 1, screen.column); break;
    case 'h':
    case 'l': set_mode(c == 'h'); break;
    case 'm': set_pen(); break;
    case 'r': set_region(); break;
    case 's': save_cursor(); break;
    case 'u': go(saved_row, saved_column); break;
    }
}

static void reset(void)
{
    number_count = top = bottom = inserts = stays_at_margin = saved_row = saved_column = screen.cursor_is_hidden = 0;
    set_pen();
    clear_rows(0, screen.rows);
    go(0, 0);
}

static void escape_sequence(int c)
{
    state = TEXT;
    switch (c) {
    case '[':
        state = CONTROL;
        number_count = is_private = 0;
        clear_bytes(numbers, sizeof numbers);
        break;
    case ']': state = TITLE; break;
    case '(':
    case ')':
    case '#':
    case '%': state = ONE_MORE; break;
    case '7': save_cursor(); break;
    case '8': go(saved_row, saved_column); break;
    case 'D': line_feed(); break;
    case 'E':
        screen.column = 0;
        line_feed();
        break;
    case 'M': line_feed_back(); break;
    case 'c': reset(); break;
    }
}

/* Numbers with semicolons between them, and a letter that says what they are for. */
static void in_control_sequence(int c)
{
    u32 *last = &numbers[number_count > 0 ? number_count - 1 : 0];

    if (c >= '0' && c <= '9') {
        if (number_count == 0) number_count = 1;
        if (*last < 10000) *last = *last * 10 + c - '0';
    } else if (c == ';') {
        if (number_count == 0) number_count = 1;
        if (number_count < MOST_NUMBERS) number_count++;
    } else if (c == '?') {
        is_private = 1;
    } else if (c >= '@' && c <= '~') {
        state = TEXT;
        control_sequence(c);
    }
}

/* ---- Bytes ---- */

/* Control characters work within sequences too. */
static void control_character(int c)
{
    switch (c) {
    case '\b':
        if (screen.column > 0) go(screen.row, screen.column - 1);
        break;
    case '\t': go(screen.row, (screen.column / TAB + 1) * TAB); break;
    case '\n':
    case '\v':
    case '\f': line_feed(); break;
    case '\r': screen.column = 0; break;
    case ESCAPE: state = ESCAPED; break;
    case 7:
        if (state == TITLE) state = TEXT;
        break;
    case 030:                            /* these end any sequence */
    case 032: state = TEXT; break;
    }
}

static void text_byte(int c)
{
    if (c >= 0xc0) {
        if (bytes_to_come) put_letter(NO_LETTER);
        bytes_to_come = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
        letter = c & (0x3f >> bytes_to_come);
    } else if (c >= 0x80 && bytes_to_come) {
        letter = letter << 6 | (c & 0x3f);
        if (--bytes_to_come == 0) put_letter(letter);
    } else {
        if (bytes_to_come) put_letter(NO_LETTER);
        bytes_to_come = 0;
        put_letter(c < 0x80 ? (u32)c : NO_LETTER);
    }
}

void screen_write(int byte)
{
    if (screen.rows == 0) return;
    screen.is_changed = 1;
    if (byte < ' ') {
        control_character(byte);
    } else if (state == TEXT) {
        if (byte != 0x7f) text_byte(byte);
    } else if (state == ESCAPED) {
        escape_sequence(byte);
    } else if (state == CONTROL) {
        in_control_sequence(byte);
    } else if (state == ONE_MORE) {
        state = TEXT;
    }
}
