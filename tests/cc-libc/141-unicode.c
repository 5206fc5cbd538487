/* Classes, cases and widths of wide characters in UTF-8, as sums over all of the lower planes and a part of the others. */
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

static const char *const classes[] = {
    "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit"
};

static wint_t next(wint_t c)
{
    return c < 0x3400 ? c + 1 : c + 97;
}

int main(void)
{
    unsigned int sum;
    size_t i;
    wint_t c;

    setlocale(LC_ALL, "C.UTF-8");
    for (i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        wctype_t type = wctype(classes[i]);
        int count = 0;
        for (sum = 0, c = 0; c < 0x110000; c = next(c)) {
            int is = !!iswctype(c, type);
            sum = sum * 31 + (unsigned int)is;
            count += is;
        }
        printf("%s %d %08x\n", classes[i], count, sum);
    }
    for (sum = 0, c = 0; c < 0x110000; c = next(c))
        sum = sum * 31 + towlower(c);
    printf("towlower %08x\n", sum);
    for (sum = 0, c = 0; c < 0x110000; c = next(c))
        sum = sum * 31 + towupper(c);
    printf("towupper %08x\n", sum);
    for (sum = 0, c = 0; c < 0x110000; c = next(c))
        sum = sum * 31 + (unsigned int)wcwidth((wchar_t)c);
    printf("wcwidth %08x\n", sum);
    printf("%d %d\n", wcswidth(L"a\u4e2d\u0301b", 9), wcswidth(L"a\nb", 9));
    return 0;
}
