/* Two names of one object: what is stored under one is read under the other. */
#include "show.h"

int a = 1;
extern int b __attribute__((alias("a")));
static int hidden = 2;
extern int shown __attribute__((alias("hidden")));

int one(void) { a = 5; b = 6; return a; }
int other(void) { b = 7; a = 8; return b; }
int through_private(void) { hidden = 10; shown = 11; return hidden; }

struct pair { int x, y; } pair = { 1, 2 };
extern struct pair twin __attribute__((alias("pair")));
int members(void) { pair.y = 3; twin.x = 4; twin.y = 5; return pair.y * 10 + pair.x; }
int copies(void) { struct pair other = { 7, 8 }; pair.x = 1; twin = other; return pair.x; }

/* The alias is declared further down. */
int early = 1;
extern int late;
int before_it(void) { early = 20; late = 21; return early; }
extern int late __attribute__((alias("early")));

/* The alias is made in another unit: here, by asm labels of the same name. */
extern int first __asm__("common_place");
extern int second __asm__("common_place");
int first = 3;
int labels(void) { first = 30; second = 31; return first; }

/* A section's first object is where __start_NAME points to. */
struct entry { int value; };
struct entry table_one __attribute__((section("entries"))) = { 1 };
extern struct entry __start_entries[], __stop_entries[];
int sections(void) { table_one.value = 40; __start_entries[0].value = 41; return table_one.value; }

/* A definition here may give way to one in another unit. */
int weak_one __attribute__((weak)) = 1;
int weak_two __attribute__((weak)) = 2;
int weak(void) { weak_one = 50; weak_two = 51; return weak_one; }

int in_a_loop(void) {
    int sum = 0;
    for (int i = 0; i < 5; i++) { a = i; b++; sum += a; }
    return sum;
}

int main(void) {
    SHOW(one());
    SHOW(other());
    SHOW(through_private());
    SHOW(members());
    SHOW(copies());
    SHOW(before_it());
    SHOW(labels());
    SHOW(sections());
    SHOW(weak());
    SHOW(in_a_loop());
    return 0;
}
