/*
 * Letters to points. A frame buffer is slow to write and slower to read, so it is never read: what it shows is kept, and only
 * places that differ are drawn. Programs change places much more often than anybody can see, so they are drawn at the clock's ticks
 * and when the log has a line, not at each write.
 */
#include "arch.h"
#include "memory.h"
#include "screen.h"

struct screen screen;

static place shown[MOST_ROWS][MOST_COLUMNS];
static u32 colours[16];
static int scale;                    /* points of the screen for a point of a letter, each way */

static u32 part(u32 level, struct colour_bits bits)
{
    return (bits.count < 8 ? level >> (8 - bits.count) : level << (bits.count - 8)) << bits.at;
}

/* As on the screens of old: 4 bits for bright, blue, green and red; brown for dark yellow. The terminal's numbers have red lowest. */
static u32 colour_of(int number)
{
    struct frame_buffer *f = &boot_info.frame_buffer;
    u32 level = number & 8 ? 0xff : 0xaa, least = number & 8 ? 0x55 : 0;
    u32 red = number & 1 ? level : least, green = number & 2 ? level : least, blue = number & 4 ? level : least;

    if (number == 3) green = 0x55;
    return part(red, f->red) | part(green, f->green) | part(blue, f->blue);
}

static u8 *point_at(u32 y, u32 x)
{
    struct frame_buffer *f = &boot_info.frame_buffer;

    return (u8 *)KERNEL_ADDRESS(f->address) + (u64)y * f->pitch + x * f->point_size;
}

/* The address of the next one. */
static u8 *put_point(u8 *at, u32 colour)
{
    int i;

    if (boot_info.frame_buffer.point_size == 4) {
        *(u32 *)at = colour;
        return at + 4;
    }
    for (i = 0; i < boot_info.frame_buffer.point_size; i++) *at++ = colour >> 8 * i;
    return at;
}

static void draw(int row, int column, place p)
{
    u32 colour = colours[p >> 8 & 15], ground = colours[p >> 12];
    u8 *letter = font[p & 0xff];
    int y, x, i;
    u8 *at;

    for (y = 0; y < FONT_ROWS * scale; y++) {
        at = point_at(row * FONT_ROWS * scale + y, column * FONT_COLUMNS * scale);
        for (x = 0; x < FONT_COLUMNS; x++)
            for (i = 0; i < scale; i++) at = put_point(at, letter[y / scale] & 0x80 >> x ? colour : ground);
    }
}

/* Letters of more than one point where there would be too many of them. */
void screen_init(void)
{
    struct frame_buffer *f = &boot_info.frame_buffer;
    u32 x, y;
    u8 *at;
    int i, row;

    if (!f->address) return;
    do
        scale++;
    while (f->width / (FONT_COLUMNS * scale) > MOST_COLUMNS || f->height / (FONT_ROWS * scale) > MOST_ROWS);
    screen.columns = f->width / (FONT_COLUMNS * scale);
    screen.rows = f->height / (FONT_ROWS * scale);
    font_init();
    for (i = 0; i < 16; i++) colours[i] = colour_of(i);
    for (y = 0; y < f->height; y++)
        for (x = 0, at = point_at(y, 0); x < f->width; x++) at = put_point(at, colours[0]);
    for (row = 0; row < screen.rows; row++)
        for (i = 0; i < screen.columns; i++) screen.places[row][i] = shown[row][i] = PLACE(' ', 7, 0);
    screen.is_changed = 1;
}

/* The cursor is its place with the colours exchanged. */
static place wanted(int row, int column)
{
    place p = screen.places[row][column];
    int cursor_column = screen.column < screen.columns ? screen.column : screen.columns - 1;

    if (screen.cursor_is_hidden || row != screen.row || column != cursor_column) return p;
    return PLACE(p & 0xff, p >> 12, p >> 8 & 15);
}

void screen_show(void)
{
    int row, column;
    place p;

    if (!screen.is_changed) return;
    screen.is_changed = 0;
    for (row = 0; row < screen.rows; row++) {
        for (column = 0; column < screen.columns; column++) {
            p = wanted(row, column);
            if (p == shown[row][column]) continue;
            draw(row, column, p);
            shown[row][column] = p;
        }
    }
}
