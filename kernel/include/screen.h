/* The screen of a machine that has one: a terminal of letters in a frame buffer. */
#ifndef SCREEN_H
#define SCREEN_H

#include "types.h"

/* ---- Letters (font.c): of Latin-1; those below the space have no picture ---- */

enum { FONT_ROWS = 16, FONT_COLUMNS = 8, NO_LETTER = 0x7f };

extern u8 font[256][FONT_ROWS];      /* a byte a row; the leftmost point is its highest bit */

void font_init(void);

/* ---- What is to be seen (sequences.c writes it, draw.c shows it) ---- */

enum { MOST_ROWS = 96, MOST_COLUMNS = 256 };

/* A place's letter and, above it, its colours: the letter's in 4 bits, the ground's in 4. */
typedef u16 place;

#define PLACE(letter, colour, ground) ((letter) | (colour) << 8 | (ground) << 12)

struct screen {
    int rows, columns;               /* 0: there is no screen */
    int row, column;                 /* of the cursor */
    int cursor_is_hidden;
    int is_changed;                  /* since it was shown */
    place places[MOST_ROWS][MOST_COLUMNS];
};

extern struct screen screen;

void screen_init(void);              /* from boot_info; nothing happens where there is no screen */
void screen_show(void);              /* draws what has changed */
void screen_write(int byte);         /* letters, control characters, escape sequences */

#endif
