#include "show.h"
static int grid[3][4] = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } };
static int sum(int rows, int m[][4]) { int s = 0; for (int i = 0; i < rows; i++) for (int j = 0; j < 4; j++) s += m[i][j]; return s; }
int main(void) {
    SHOW(sum(3, grid)); SHOW(grid[1][2]); SHOW(*grid[2]); SHOW(*(*(grid + 1) + 3)); SHOW(sizeof grid); SHOW(sizeof grid[0]); SHOW(&grid[2] - &grid[0]);
    int (*row)[4] = grid + 1; SHOW((*row)[1]); SHOW(row[1][1]); int *flat = &grid[0][0]; SHOW(flat[7]); int cube[2][3][2] = { { { 1, 2 }, { 3, 4 }, { 5, 6 } }, { { 7 } } };
    SHOW(cube[0][2][1]); SHOW(cube[1][0][0]); SHOW(cube[1][2][1]); SHOW(sizeof cube); SHOW(sizeof(int[10]));
    return 0;
}
