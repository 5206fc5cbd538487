/* What operands become before they meet. */
#include "show.h"
#define TYPE(x) _Generic((x), int: 1, unsigned: 2, long: 3, unsigned long: 4, float: 5, double: 6, default: 9)

int main(void) {
    char c = 1; unsigned char uc = 1; short s = 1; unsigned short us = 1; int i = -1; unsigned u = 1; long l = -1; unsigned long ul = 1; float f = 1; double d = 1; _Bool b = 1;
    SHOW(TYPE(c + c)); SHOW(TYPE(uc + us)); SHOW(TYPE(b + b)); SHOW(TYPE(i + u)); SHOW(TYPE(u + l)); SHOW(TYPE(l + ul)); SHOW(TYPE(i + f)); SHOW(TYPE(ul + f)); SHOW(TYPE(f + d));
    SHOW(TYPE(+c)); SHOW(TYPE(-uc)); SHOW(TYPE(~us)); SHOW(TYPE(!d)); SHOW(TYPE(c << l)); SHOW(TYPE(u >> ul)); SHOW(TYPE(s ? u : i)); SHOW(TYPE(c == d)); SHOW(TYPE((c, us)));
    SHOW(TYPE(i++)); SHOW(TYPE(f * f)); SHOW(TYPE(1 ? c : us));
    SHOW(i > u); SHOW(l > u); SHOW(l > ul); SHOW(i > us); SHOW(i + u == 0); SHOW(i * 1ul > 5);
    SHOW(uc - 2 < 0); SHOW(u - 2 < 0); SHOW((uc << 31) < 0); SHOW((us * us)); SHOW(-u); SHOW(~u > 0); SHOW(~uc < 0);
    SHOW((char)0xff >> 4); SHOW((unsigned char)0xff >> 4); SHOW((short)0x8000 / 2); SHOW((unsigned short)0x8000 / 2);
    SHOW(-7 % 3u); SHOW(-7 / 2u); SHOW(-7l % 3u); SHOW(i / 2ul);
    return 0;
}
