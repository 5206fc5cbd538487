/* Enumerators are ints; an enum's type holds them. */
#include "show.h"

enum first { ZERO, ONE, TEN = 10, ELEVEN, MINUS = -5, MINUS_FOUR, AGAIN = ONE };
typedef enum { SMALL = 255 } byte_like;
enum big { TOP = 0x7fffffff };
enum forward { LAST = TEN + ELEVEN, };
static enum first next(enum first e) { return e + 1; }
struct with { enum { INSIDE = 3 } e; enum first f; unsigned enum_field : 3; };

int main(void) {
    SHOW(ELEVEN); SHOW(MINUS_FOUR); SHOW(AGAIN); SHOW(LAST); SHOW(INSIDE);
    SHOW(next(TEN));
    SHOW(sizeof(enum first));
    SHOW(sizeof(byte_like));
    enum first e = MINUS;
    SHOW(e < 0);
    e++;
    SHOW(e == MINUS_FOUR);
    SHOW(TOP + 0u > 5);
    struct with w = { INSIDE, TEN, 7 };
    SHOW(w.e + w.f + w.enum_field);
    enum { LOCAL = 100, SHADOW } x = SHADOW;
    SHOW(x);
    { enum { LOCAL = 5 }; SHOW(LOCAL); }
    SHOW(LOCAL);
    switch (e) { case ZERO: case ONE: put("small\n"); break; case MINUS_FOUR: put("minus four\n"); break; default: put("other\n"); }
    int count[ELEVEN] = { 0 };
    SHOW(sizeof count);
    return 0;
}
