/* Positions in scanf's formats; widths, sets and %n of the wide functions count characters, and so do %ls and %lc. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

int main(void)
{
    int a = 0, b = 0, c = 0, n;
    char text[40], *made;
    wchar_t wide[40];
    double d;
    FILE *file;

    setlocale(LC_ALL, "C.UTF-8");
    n = sscanf("12 34", "%2$d %1$d", &a, &b);
    printf("%d: %d %d\n", n, a, b);
    n = sscanf("1 2 3", "%1$d%*d%2$d", &a, &b);
    printf("%d: %d %d\n", n, a, b);
    n = sscanf("2026-11-21", "%3$4d-%1$2d-%2$2d", &a, &b, &c);
    printf("%d: %d %d %d\n", n, c, a, b);
    n = sscanf("word 2.5 0x1f", "%3$5s%1$lf%2$i", &d, &a, text);
    printf("%d: %s %g %d\n", n, text, d, a);
    n = sscanf("abc def", "%1$ms %2$n", &made, &a);
    printf("%d: %s %d\n", n, made, a);
    free(made);

    n = swscanf(L"\u00e4\u00f6\u00fcxyz rest", L"%4ls%n%ls", wide, &a, wide + 20);
    printf("%d: %ls %d %ls\n", n, wide, a, wide + 20);
    n = swscanf(L"\u0430\u0431\u0432" L"abc", L"%l[\u0430-\u0432]%l[a-b]", wide, wide + 20);
    printf("%d: %ls %ls\n", n, wide, wide + 20);
    n = swscanf(L"\u0430\u0431\u0432" L"abc", L"%l[^\u0432]%n", wide, &a);
    printf("%d: %ls %d\n", n, wide, a);
    n = swscanf(L"\u20ac" L"12\u20ac", L"\u20ac%d\u20ac%n", &a, &b);
    printf("%d: %d %d\n", n, a, b);
    n = swscanf(L"\u20ac" L"12\u20ae", L"\u20ac%d\u20ac%n", &a, &b);
    printf("%d: %d\n", n, a);
    n = swscanf(L"x\u2003y", L"%ls %ls", wide, wide + 20);
    printf("%d: %ls %ls\n", n, wide, wide + 20);
    memset(wide, 0, sizeof wide);
    n = swscanf(L"\u00e4\u00f6\u00fcz", L"%3lc%lc", wide, wide + 20);
    printf("%d: %ls %ls\n", n, wide, wide + 20);
    memset(text, 0, sizeof text);
    n = swscanf(L"\u00e4\u00f6\u00fcz", L"%3c%n", text, &a);
    printf("%d: %s %d\n", n, text, a);

    n = sscanf("\303\244\303\266\303\274z", "%2ls%n%s", wide, &a, text);
    printf("%d: %ls %d %s\n", n, wide, a, text);
    n = sscanf("ab", "%5c", text);
    printf("%d\n", n);

    /* What does not belong to the field stays in the stream, all bytes of it. */
    file = tmpfile();
    fputws(L"12\u20acx \u00e4\u00f6", file);
    rewind(file);
    n = fwscanf(file, L"%d\u20ad", &a);
    printf("%d: %d, then %lx\n", n, a, (long)fgetwc(file));
    n = fwscanf(file, L"%1$lc %2$1ls", wide, wide + 20);
    wide[1] = 0;
    printf("%d: %ls %ls, then %lx\n", n, wide, wide + 20, (long)fgetwc(file));
    fclose(file);

    printf("%b %#b %08B %#.3b|%C%S|\n", 10, 5, 9, 1, (wint_t)0xe4, L"\u00f6");
    printf("%2$S%1$C\n", (wint_t)'!', L"wide");
    return 0;
}
