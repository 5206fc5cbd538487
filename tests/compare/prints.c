/* snprintf and swprintf with random formats and numbers. glibc loses zeros of %#g sometimes, so there is none here. */
#define _GNU_SOURCE
#include <locale.h>
#include <string.h>
#include <wchar.h>
#include "random.h"

static double random_number(void)
{
    union { unsigned long bits; double number; } any;
    double scale;

    switch (random_below(5)) {
    case 0: return random_below(2000) / 8.0 - 100;
    case 1: scale = random_below(2) ? 1e10 : 1e-10; return random_below(1000000) / 1e5 * scale;
    case 2: return random_below(2) ? 0.0 : random_below(2) ? -0.0 : 1 / 3.0;
    default:
        any.bits = random_word();
        any.bits = any.bits << 3 ^ random_word();
        return any.number != any.number ? 1.5 : any.number;
    }
}

int main(int count, char **words)
{
    static const char *const sizes[] = { "", "hh", "h", "l", "ll", "j", "z", "t" };
    static const char *const texts[] = { "", "a", "abcdefgh", "\xc3\xa9t\xc3\xa9", "\xe2\x82\xac" };
    static const wchar_t *const wides[] = { L"", L"a", L"abcdefgh", L"\u00e9t\u00e9", L"\u20ac" };
    int cases = random_begin(count, words), i, result;

    setlocale(LC_ALL, "C.UTF-8");
    for (i = 0; i < cases; i++) {
        char format[40] = "<%", out[600], *at = format + 2;
        wchar_t wide_format[40], wide_out[600];
        int kind = random_below(4), wide = random_below(3) == 0, flags = random_below(4), which = random_below(5), j;
        long number = random_below(2) ? random_below(300) - 150 : (long)(random_word() * 8 + 5);
        double real = random_number();
        int size = random_below(8), conversion = random_below(6);
        while (flags-- > 0)
            *at++ = (kind == 1 ? "-+ 0" : kind >= 2 ? "---" : "-+ 0#")[random_below(kind == 0 ? 5 : kind == 1 ? 4 : 3)];
        if (random_below(2))
            at += sprintf(at, "%d", random_below(30));
        if (random_below(2))
            at += sprintf(at, ".%d", random_below(kind == 1 ? 40 : 14));
        if (kind == 0)
            at += sprintf(at, "%s%c", sizes[size], "diuxXo"[conversion]);
        else if (kind == 1)
            *at++ = "aAeEfFgG"[random_below(8)];
        else
            at += sprintf(at, kind == 2 ? "s" : "ls");
        strcpy(at, ">%d");
        mbstowcs(wide_format, format, 40);
        if (kind == 0)
            result = wide ? swprintf(wide_out, 600, wide_format, number, 7) : snprintf(out, 600, format, number, 7);
        else if (kind == 1)
            result = wide ? swprintf(wide_out, 600, wide_format, real, 7) : snprintf(out, 600, format, real, 7);
        else if (kind == 2)
            result = wide ? swprintf(wide_out, 600, wide_format, texts[which], 7) : snprintf(out, 600, format, texts[which], 7);
        else
            result = wide ? swprintf(wide_out, 600, wide_format, wides[which], 7) : snprintf(out, 600, format, wides[which], 7);
        printf("%d %s: %d ", wide, format, result);
        if (!wide)
            printf("%s", result >= 0 ? out : "");
        for (j = 0; wide && j < result; j++)
            printf("%lc", (wint_t)wide_out[j]);
        printf("\n");
    }
    return 0;
}
