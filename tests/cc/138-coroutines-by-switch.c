/* Duff's trick: functions that go on where they stopped. */
#include "show.h"
struct state { int line, i, j; };
#define BEGIN(s) switch ((s)->line) { case 0:
#define YIELD(s, value) do { (s)->line = __LINE__; return value; case __LINE__:; } while (0)
#define END(s) } (s)->line = 0; return -1
static int pairs(struct state *s) { BEGIN(s); for (s->i = 0; s->i < 3; s->i++) for (s->j = s->i; s->j < 3; s->j++) YIELD(s, s->i * 10 + s->j);
    YIELD(s, 99); END(s); }
static int runs(struct state *s) { BEGIN(s); for (s->i = 1; s->i < 30; s->i *= 3) { if (s->i == 3) { YIELD(s, -3); } else {
    YIELD(s, s->i); } } END(s); }

int main(void) {
    struct state a = { 0 }, b = { 0 };
    for (int v; (v = pairs(&a)) >= 0; ) { put_number(v); put(" "); v = runs(&b); put_number(v); put("; "); }
    put("\n");
    SHOW(pairs(&a)); SHOW(pairs(&a));
    return 0;
}
