/* Backtracking with bits and with arrays; Conway's game on a torus. */
#include "show.h"
static int queens(unsigned all, unsigned columns, unsigned left, unsigned right) { int n = 0; if (columns == all) return 1; for (unsigned free = all & ~(columns | left | right); free; ) { unsigned bit = free & -free; free ^= bit; n += queens(all, columns | bit, (left | bit) << 1, (right | bit) >> 1); } return n; }
static char world[2][8][8];
static int neighbours(int w, int y, int x) { int n = 0; for (int dy = -1; dy <= 1; dy++) for (int dx = -1; dx <= 1; dx++) if (dy || dx) n += world[w][(y + dy) & 7][(x + dx) & 7]; return n; }
static void step(int w) { for (int y = 0; y < 8; y++) for (int x = 0; x < 8; x++) { int n = neighbours(w, y, x); world[!w][y][x] = n == 3 || n == 2 && world[w][y][x]; } }

int main(void) {
    SHOW(queens(15, 0, 0, 0)); SHOW(queens(63, 0, 0, 0)); SHOW(queens(255, 0, 0, 0));
    static const char *glider[] = { " #", "  #", "###" };
    for (int y = 0; y < 3; y++) for (int x = 0; glider[y][x]; x++) world[0][y][x] = glider[y][x] == '#';
    for (int i = 0; i < 13; i++) step(i & 1);
    for (int y = 0; y < 8; y++) { char line[10]; for (int x = 0; x < 8; x++) line[x] = world[1][y][x] ? '#' : '.'; line[8] = '\n'; line[9] = 0; put(line); }
    return 0;
}
