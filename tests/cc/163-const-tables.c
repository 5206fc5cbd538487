/* Tables of structs, strings, functions and addresses of each other. */
#include "show.h"
static int one(void) { return 1; } static int two(void) { return 2; }
static const struct entry { const char *name; int (*run)(void); const struct entry *next; const short *data; unsigned char tag; } entries[] = { { "one", one, &entries[1], (const short[]){ 1, 2 }, 'a' }, { "two", two, entries + 2, &(const short){ 5 }, 'b' }, { .name = "end", .tag = 255 } };
static const char *const words[][2] = { { "a", "b" }, { "c" } }; static const char letters[][3] = { "xy", "z" }; static const int *const pointers[] = { &(const int){ 3 }, 0 };
int main(void) { for (const struct entry *e = entries; e; e = e->next) { put(e->name); put("\n"); SHOW(e->run ? e->run() : -1); SHOW(e->data ? *e->data : -1); SHOW(e->tag); } put(words[1][0]); put("\n"); SHOW(words[1][1] == 0); SHOW(letters[1][0]); SHOW(*pointers[0]); return 0; }
