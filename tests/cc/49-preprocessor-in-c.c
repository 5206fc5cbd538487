#include "show.h"
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define STR(x) #x
#define XSTR(x) STR(x)
#define COUNT(...) COUNT_(__VA_ARGS__, 5, 4, 3, 2, 1)
#define COUNT_(a, b, c, d, e, n, ...) n
#define LOG(f, ...) put(f), ##__VA_ARGS__
int main(void) { int XCAT(va, r1) = 3; SHOW(var1); put(XSTR(CAT(x, y) + 1)); put(STR(  "a\n"  b )); put("\n"); SHOW(COUNT(1)); SHOW(COUNT(1, 2, 3)); SHOW(__LINE__); LOG("x\n"); LOG("y\n", put("z\n"));
#if defined(FOO) || 1 - 1 ? 0 : 'a' == 97 && -1 < 0u + 1
    SHOW(1);
#elif 1
    SHOW(2);
#endif
    return 0; }
