/*
 * read-screen FILE.ppm: a picture of the kernel's screen as text, by the kernel's own letters (kernel/screen/font.c). Each place must
 * be one letter in one colour on one ground, point by point; what is none is an error. Behind the text: where colours are not grey on
 * black, as row, column, number of places, letters' colour and ground.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern unsigned char font[256][16];
void font_init(void);

static unsigned char *points;
static int width, height;

/* The colours' numbers; -1: none of them. Each has three parts. */
static int number_of(const unsigned char *p)
{
    for (int k = 0; k < 16; k++) {
        int level = k & 8 ? 0xff : 0xaa, least = k & 8 ? 0x55 : 0;
        int green = k == 3 ? 0x55 : k & 2 ? level : least;

        if (p[0] == (k & 1 ? level : least) && p[1] == green && p[2] == (k & 4 ? level : least))
            return k;
    }
    return -1;
}

/* Whether the place shows this letter; its colours, -1 for that of a letter without points. */
static int shows(int row, int column, int letter, int *colour, int *ground)
{
    *colour = *ground = -1;
    for (int y = 0; y < 16; y++) {
        for (int x = 0; x < 8; x++) {
            int is = number_of(points + ((row * 16 + y) * width + column * 8 + x) * 3);
            int *which = font[letter][y] & 0x80 >> x ? colour : ground;

            if (is < 0 || (*which >= 0 && *which != is))
                return 0;
            *which = is;
        }
    }
    return *colour != *ground;
}

static int letter_at(int row, int column, int *colour, int *ground)
{
    for (int letter = ' '; letter < 256; letter++)
        if ((letter < 0x80 || letter >= 0xa1) && shows(row, column, letter, colour, ground))
            return letter;
    printf("row %d, column %d: no letter\n", row + 1, column + 1);
    exit(1);
}

/* 0x7f as the letter that other programs show for what they cannot. */
static void print_letter(int c)
{
    if (c == 0x7f)
        printf("\xef\xbf\xbd");
    else if (c >= 0x80)
        printf("%c%c", 0xc0 | c >> 6, 0x80 | (c & 0x3f));
    else
        putchar(c);
}

int main(int argc, char **argv)
{
    FILE *file = fopen(argc > 1 ? argv[1] : "", "rb");
    static int letters[200][400], colours[200][400], grounds[200][400];
    int rows, columns, last, row, column, end;

    if (!file || fscanf(file, "P6 %d %d 255", &width, &height) != 2 || fgetc(file) != '\n')
        return 1;
    points = malloc((size_t)width * height * 3);
    if (fread(points, 3, (size_t)width * height, file) != (size_t)width * height)
        return 1;
    font_init();
    rows = height / 16;
    columns = width / 8;
    for (row = 0; row < rows; row++)
        for (column = 0; column < columns; column++)
            letters[row][column] = letter_at(row, column, &colours[row][column], &grounds[row][column]);
    for (last = rows; last > 0; last--) {
        for (column = 0; column < columns && letters[last - 1][column] == ' '; column++)
            ;
        if (column < columns)
            break;
    }
    for (row = 0; row < last; row++) {
        for (end = columns; end > 0 && letters[row][end - 1] == ' '; end--)
            ;
        for (column = 0; column < end; column++)
            print_letter(letters[row][column]);
        putchar('\n');
    }
    for (row = 0; row < rows; row++) {
        for (column = 0; column < columns; column = end) {
            int colour = colours[row][column], ground = grounds[row][column];

            /* A blank has no colour; it belongs to what is before it, if more of that follows or its ground can be seen. */
            for (end = column + 1; end < columns && grounds[row][end] == ground && (colours[row][end] == colour || colours[row][end] < 0); end++)
                ;
            while (ground == 0 && colour >= 0 && colours[row][end - 1] < 0)
                end--;
            if (ground != 0 || (colour >= 0 && colour != 7))
                printf("%d %d %d: %d on %d\n", row + 1, column + 1, end - column, colour, ground);
        }
    }
    return 0;
}
