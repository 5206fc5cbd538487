/* Reading declarations inside out. */
#include "show.h"

static int three[3] = { 1, 2, 3 };
static int (*pointer_to_array)[3] = &three;
static int *array_of_pointers[3] = { &three[2], &three[1], &three[0] };

static int (*row(int n))[3] { return pointer_to_array + n; }
static int twice(int x) { return 2 * x; }
static int (*pick(void))(int) { return twice; }
static int (*(*picker)(void))(int) = pick;
static int (*(*table[2])(void))(int) = { pick, pick };
static char *(*(**deep)[2])(int *, char);

int main(void) {
    SHOW((*pointer_to_array)[1]);
    SHOW(*array_of_pointers[0]);
    SHOW((*row(0))[2]);
    SHOW(pick()(21));
    SHOW(picker()(4));
    SHOW((*(*table[1])())(5));
    SHOW(sizeof pointer_to_array);
    SHOW(sizeof *pointer_to_array);
    SHOW(sizeof array_of_pointers);
    SHOW(sizeof **deep);
    int ((parenthesized)) = 7;
    SHOW(parenthesized);
    int *(*(matrix[2]))[3] = { &array_of_pointers, 0 };
    SHOW(*(*matrix[0])[1]);
    return 0;
}
