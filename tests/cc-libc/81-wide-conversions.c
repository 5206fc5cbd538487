/* Conversions between bytes and wide characters where the room ends, the text ends, or a character is cut or wrong. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static void narrow(const wchar_t *wide, size_t count, size_t size)
{
    char text[40];
    const wchar_t *at = wide;
    mbstate_t state;
    size_t result, i;

    memset(&state, 0, sizeof state);
    memset(text, '.', sizeof text);
    result = count ? wcsnrtombs(text, &at, count, size, &state) : wcsrtombs(text, &at, size, &state);
    printf("%d %d:", (int)result, at ? (int)(at - wide) : -1);
    for (i = 0; i < 8; i++)
        printf(" %02x", (unsigned char)text[i]);
    printf("\n");
}

static void widen(const char *text, size_t size, size_t count)
{
    wchar_t wide[20];
    const char *at = text;
    mbstate_t state;
    size_t result, i;

    memset(&state, 0, sizeof state);
    for (i = 0; i < 20; i++)
        wide[i] = '.';
    result = size ? mbsnrtowcs(wide, &at, size, count, &state) : mbsrtowcs(wide, &at, count, &state);
    printf("%d %d:", (int)result, at ? (int)(at - text) : -1);
    for (i = 0; i < 5; i++)
        printf(" %x", (unsigned)wide[i]);
    printf(" %d\n", result == (size_t)-1 || mbsinit(&state));
}

int main(void)
{
    static const wchar_t bad[] = {'a', 'b', 0xd800, 'c', 0};
    wchar_t copy[8];
    size_t size;

    setlocale(LC_ALL, "C.UTF-8");
    for (size = 0; size < 8; size++)
        narrow(L"a\u00e4\u20ac", 0, size);
    narrow(L"a\u00e4\u20ac", 2, 20);
    narrow(bad, 0, 2);
    narrow(bad, 0, 3);
    narrow(bad, 2, 20);
    for (size = 0; size < 5; size++)
        widen("a\303\244\342\202\254", 0, size);
    for (size = 1; size < 8; size++)
        widen("a\303\244\342\202\254", size, 20);
    widen("a\303\244\377b", 0, 20);
    widen("a\303\244\377b", 3, 20);
    widen("a\303b", 0, 20);
    printf("%d %d %d %d\n", wcsncasecmp(L"ABCx", L"abcy", 3), wcsncasecmp(L"ABCx", L"abcy", 4) < 0, wcsncasecmp(L"ab", L"AB", 9),
           wcsncasecmp(L"b", L"A", 0));
    printf("%d", (int)(wcpcpy(copy, L"wide") - copy));
    printf(" %d %ls\n", (int)(wcpncpy(copy, L"xy", 3) - copy), copy);
    return 0;
}
