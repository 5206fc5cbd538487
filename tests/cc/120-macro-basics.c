/* Macros with and without parameters, as code sees them. */
#include "show.h"
#define ONE 1
#define ADD(a, b) ((a) + (b))
#define EMPTY
#define NOTHING()
#define CALL(f, ...) f(__VA_ARGS__)
#define NAME(x) value_##x
#define TEXT(x) #x
#define TEXT_OF(x) TEXT(x)
#define f(x) f(x + 1)
static int SELF_(void) { return 3; }
static int (f)(int x) { return x; }

int main(void) {
    SHOW(ADD(ONE, 2) * 3);
    SHOW(ADD ( 1 , ADD(2, 3) ));
    int value_x = 5, SELF = 7;
#define SELF SELF + 1
    SHOW(NAME(x));
    put(TEXT(a  "b\n" + 'c') "\n");
    put(TEXT_OF(ONE) TEXT(ONE) "\n");
    SHOW(CALL(ADD, 4, 5));
    SHOW(SELF);
    SHOW(f(1));
    SHOW((f)(1));
    SHOW(EMPTY 1 NOTHING() + EMPTY 2);
    SHOW(SELF_());
    int (*p)(int) = f;
    SHOW(p(9));
    return 0;
}
#undef ONE
#ifdef ONE
#error "still there"
#endif
