/* The standard's own examples of argument expansion. */
#include "show.h"
#define x 3
#define f(a) f(x * (a))
#undef x
#define x 2
#define g f
#define z z[0]
#define m(a) a(w)
#define w 0,1
#define t(a) a
#define p() int
#define q(x) x
#define r(x,y) x ## y
#define str(...) # __VA_ARGS__
#define xstr(...) str(__VA_ARGS__)
#define debug(s, t) put("x" # s "= " str(t) "\n")
#define INCFILE(n) vers ## n
#define glue(a, b) a ## b
#define xglue(a, b) glue(a, b)
#define HIGHLOW "hello"
#define LOW LOW ", world"
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
#define t2(x,y,z) x ## y ## z
#define quote(...) #__VA_ARGS__

int main(void) {
    put(xstr(f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);) "\n");
    put(xstr(g(x+(3,4)-w) | t(10) & m(t)^m(m);) "\n");
    put(xstr(p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };) "\n");
    put(xstr(char c[2][6] = { str(hello), str() };) "\n");
    debug(1, 2);
    put(xstr(INCFILE(2).h) "\n");
    put(glue(HIGH, LOW) "\n");
    put(xglue(HIGH, LOW) "\n");
    put(join(x, y) "\n");
    put(quote(t2(1,2,3), t2(,4,5), t2(6,,7), t2(8,9,), t2(10,,), t2(,11,), t2(,,12), t2(,,)) "\n");
    put(xstr(t2(1,2,3) t2(,4,5) t2(6,,7) t2(8,9,) t2(10,,) t2(,11,) t2(,,12) t2(,,)) "\n");
    return 0;
}
