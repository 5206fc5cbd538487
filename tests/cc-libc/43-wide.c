/* Wide characters: UTF-8 both ways, the string functions, printf's %ls and %lc. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

int main(void)
{
    static const wchar_t text[] = L"Gr\u00fc\u00dfe \u20ac \U0001f600!";
    static const char *const bad[] = { "\x80", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xff", "\xc3(" };
    char bytes[64];
    wchar_t back[32];
    mbstate_t state;
    size_t size, i;

    setlocale(LC_ALL, "C.UTF-8");
    size = wcstombs(bytes, text, sizeof bytes);
    printf("%d %s\n", (int)size, bytes);
    printf("%d", (int)mbstowcs(back, bytes, 32));
    printf(" %d\n", wcscmp(back, text));
    printf("%d %d\n", (int)wcslen(text), (int)mbstowcs(NULL, bytes, 0));
    printf("[%ls] [%.4ls] [%12.3ls] [%lc]\n", text, text, text, (wint_t)0x20ac);
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        memset(&state, 0, sizeof state);
        errno = 0;
        printf("%d ", (int)mbrtowc(back, bad[i], strlen(bad[i]), &state));
    }
    printf("\n");
    memset(&state, 0, sizeof state);
    for (i = 0; i < 4; i++)
        printf("%d ", (int)mbrtowc(back, &"\xf0\x9f\x98\x80"[i], 1, &state));
    printf("%x\n", (unsigned)back[0]);
    printf("%d %d\n", (int)mblen("\xe2\x82\xac", 3), (int)mblen("\xe2\x82", 2));
    wcscpy(back, L"one,two;three");
    {
        wchar_t *rest, *token = wcstok(back, L",;", &rest);
        for (; token; token = wcstok(NULL, L",;", &rest))
            printf("%ls.", token);
    }
    printf("\n%d %d %d\n", (int)(wcschr(text, L'\u20ac') - text), (int)wcsspn(L"aabbc", L"ab"),
           (int)(wcsstr(text, L"\u20ac") - text));
    printf("%ld %g\n", wcstol(L"  -42x", NULL, 10), wcstod(L"2.5e3", NULL));
    printf("%d%d%d%d\n", !!iswalpha(0xe4), !!iswdigit('7'), !!iswspace(0x3000), towupper(0xe4) == 0xc4);
    printf("%d", swprintf(back, 32, L"%d-%s", 5, "x"));
    printf(" %d\n", (int)wcslen(back));
    return 0;
}
