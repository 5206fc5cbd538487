#include <wchar.h>

/* The blocks whose characters take two columns, and those that combine and take none. */
static const unsigned int wcwidth_wide[][2] = {
    { 0x1100, 0x115f }, { 0x2e80, 0x303e }, { 0x3041, 0x33ff }, { 0x3400, 0x4dbf },
    { 0x4e00, 0x9fff }, { 0xa000, 0xa4cf }, { 0xac00, 0xd7a3 }, { 0xf900, 0xfaff },
    { 0xfe30, 0xfe6f }, { 0xff00, 0xff60 }, { 0xffe0, 0xffe6 }, { 0x1f300, 0x1f64f },
    { 0x1f900, 0x1f9ff }, { 0x20000, 0x3fffd }
};

int wcwidth(wchar_t wide)
{
    unsigned int c = (unsigned int)wide, index;

    if (c == 0)
        return 0;
    if (c < 32 || (c >= 0x7f && c < 0xa0) || c > 0x10ffff)
        return -1;
    if ((c >= 0x300 && c < 0x370) || (c >= 0x200b && c < 0x2010) || (c >= 0xfe00 && c < 0xfe10))
        return 0;
    for (index = 0; index < sizeof wcwidth_wide / sizeof wcwidth_wide[0]; index++)
        if (c >= wcwidth_wide[index][0] && c <= wcwidth_wide[index][1])
            return 2;
    return 1;
}

int wcswidth(const wchar_t *text, size_t size)
{
    int total = 0;

    for (; size > 0 && *text; text++, size--) {
        int width = wcwidth(*text);
        if (width < 0)
            return -1;
        total += width;
    }
    return total;
}
