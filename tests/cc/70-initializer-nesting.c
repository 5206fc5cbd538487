/* Braces given, left out, and too few. */
#include "show.h"

struct point { int x, y; };
struct line { struct point from, to; char name[8]; };
static struct line lines[] = {
    { { 1, 2 }, { 3, 4 }, "first" },
    { 5, 6, 7, 8, "second" },
    { { 9 }, .name = { 't', 'h' } },
    1, 2, 3, 4, 'x', 0, 0, 0, 0, 0, 0, 0,
    { 0 },
};
static int triangle[][3] = { 1, 2, 3, 4, { 5 }, { 6, 7 } };
static struct { int a[2]; struct { char c; int d[3]; } in[2]; } deep = { 1, 2, 3, 4, 5, 6, { 7, { 8 } } };

int main(void) {
    SHOW(sizeof lines / sizeof *lines);
    for (int i = 0; i < 5; i++) {
        SHOW(lines[i].from.x + 10 * lines[i].from.y + 100 * lines[i].to.x + 1000 * lines[i].to.y);
        put(lines[i].name); put("\n");
    }
    SHOW(sizeof triangle / sizeof *triangle);
    SHOW(triangle[1][0] + 10 * triangle[1][1] + 100 * triangle[1][2]);
    SHOW(deep.in[0].d[2] + deep.in[1].c + deep.in[1].d[0] + deep.in[1].d[1]);
    return 0;
}
