/* Bytes to wide characters and back, in C and in UTF-8, whole and in pieces; wide printf. */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>
#include "random.h"

static const char *const formats[] = { "[%s]", "[%8s]", "[%-8s]", "[%.3s]", "[%6.2s]", "[%ls]", "[%8ls]", "[%-6.2ls]", "[%lc]", "[%5lc]", "[%c]" };

static void show(const char *name, long result)
{
    printf(" %s %ld%s", name, result, result == -1 && errno == EILSEQ ? " bad" : "");
    errno = 0;
}

int main(int count, char **words)
{
    int cases = random_begin(count, words), i, j;

    for (i = 0; i < cases; i++) {
        int utf8 = random_below(3) > 0, size = random_below(8), f = random_below(sizeof formats / sizeof formats[0]), result, n;
        char bytes[40], back[64];
        wchar_t wide[40], format[16], out[64];
        const char *at = bytes;
        const wchar_t *wide_at = wide;
        mbstate_t state;
        wint_t c;
        setlocale(LC_ALL, utf8 ? "C.UTF-8" : "C");
        for (j = 0; j < size; j++) {
            static const char *const pieces[] = { "a", "Z", " ", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xc3", "\xe2\x82", "\x80", "\xff",
                "\xc0", "\xc1", "\xff" };
            const char *piece = pieces[random_below(random_below(2) ? 6 : 13)];
            strcpy(back, piece);
            memcpy(bytes + (j ? strlen(bytes) : 0), back, strlen(back) + 1);
        }
        if (size == 0)
            bytes[0] = 0;
        printf("%d", utf8);
        for (j = 0; bytes[j]; j++)
            printf(" %02x", (unsigned char)bytes[j]);
        printf(":");
        errno = 0;
        memset(&state, 0, sizeof state);
        n = random_below(5);
        printf(" %d", n);
        show("mbrtowc", (long)mbrtowc(wide, bytes, (size_t)n, &state));
        if (mbsinit(&state))
            memset(&state, 0, sizeof state);
        show("mbsrtowcs", (long)mbstowcs(wide, bytes, 40));
        memset(&state, 0, sizeof state);
        n = random_below(6);
        printf(" %d", n);
        show("mbsnrtowcs", (long)mbsnrtowcs(NULL, &at, (size_t)n, 40, &state));
        printf(" mblen %d", mblen(bytes, (size_t)random_below(4) + 1));
        errno = 0;
        if (mbstowcs(wide, bytes, 40) != (size_t)-1) {
            show("wcstombs", (long)wcstombs(back, wide, (size_t)random_below(12)));
            memset(&state, 0, sizeof state);
            show("wcsnrtombs", (long)wcsnrtombs(NULL, &wide_at, (size_t)random_below(6), 0, &state));
            show("wcswidth", wcswidth(wide, (size_t)random_below(9)));
            mbstowcs(format, formats[f], 16);
            if (f < 5)
                result = swprintf(out, 64, format, bytes);
            else if (f < 8)
                result = swprintf(out, 64, format, wide);
            else
                result = swprintf(out, 64, format, f == 10 ? 'x' : (wint_t)(wide[0] ? wide[0] : L'y'));
            show("swprintf", result);
            for (j = 0; result > 0 && j < result; j++)
                printf(" %x", (unsigned)out[j]);
            if (f >= 5) {
                result = snprintf(back, sizeof back, formats[f], f < 8 ? (void *)wide : (void *)(long)(f == 10 ? 'x' : wide[0] ? wide[0] : L'y'));
                show("snprintf", result);
                printf(" %s", result >= 0 ? back : "");
            }
        }
        c = (wint_t)random_below(random_below(2) ? 0x500 : 0x20000);
        printf(" %x %x %x %d %d%d%d%d%d %ld\n", (unsigned)c, (unsigned)towupper(c), (unsigned)towlower(c), wcwidth((wchar_t)c), !!iswalpha(c),
               !!iswprint(c), !!iswspace(c), !!iswpunct(c), !!iswlower(c), (long)wcrtomb(back, (wchar_t)c, NULL));
    }
    return 0;
}
