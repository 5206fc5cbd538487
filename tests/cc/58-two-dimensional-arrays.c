/* Rows, columns, pointers to rows. */
#include "show.h"

static int grid[3][4];
static char names[][6] = { "one", "two", "three", "four" };
static int cube[2][3][4] = { { { 1 }, { 2 } }, { { 3, 4 }, [2] = { 5, 6, 7, 8 } } };

int main(void) {
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            grid[i][j] = 10 * i + j;
    SHOW(grid[2][3]);
    SHOW(*(*(grid + 1) + 2));
    SHOW(grid[0][7]);
    int (*row)[4] = grid;
    row++;
    SHOW((*row)[0]);
    SHOW(row[1][1]);
    SHOW(&grid[2] - &grid[0]);
    SHOW((char *)&grid[1] - (char *)&grid[0]);
    put(names[2]); put("\n");
    SHOW(sizeof names);
    SHOW(sizeof names[0]);
    SHOW(cube[1][2][3]);
    SHOW(cube[1][0][1] + cube[0][1][0]);
    SHOW(sizeof cube / sizeof cube[0][0][0]);
    int *flat = &cube[0][0][0], sum = 0;
    for (int i = 0; i < 24; i++) sum += flat[i];
    SHOW(sum);
    SHOW(2[grid[1]]);
    return 0;
}
