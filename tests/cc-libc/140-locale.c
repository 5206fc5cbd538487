/* Two locales: C, whose characters are the bytes of ASCII, and C.UTF-8. The environment is set here, not inherited. */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

static void show_characters(const char *title)
{
    static const char *const texts[] = { "a", "\x7f", "\x80", "\xe9", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xed\xa0\x80" };
    static const wint_t wides[] = { 'A', 0x7f, 0x80, 0xe9, 0x20ac, 0x4e2d, 0x301, 0x1f600, 0xd800 };
    size_t i;

    printf("%s: %s, %s\n", title, nl_langinfo(CODESET), MB_CUR_MAX == 1 ? "one byte" : "several bytes");
    for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        mbstate_t state;
        wchar_t wide = -1, line[8];
        long used, count;
        memset(&state, 0, sizeof state);
        errno = 0;
        used = (long)mbrtowc(&wide, texts[i], strlen(texts[i]), &state);
        printf("%ld %x %s;", used, used < 0 ? 0 : (unsigned)wide, errno == EILSEQ ? "EILSEQ" : "-");
        count = (long)mbstowcs(line, texts[i], 8);
        printf(" mbstowcs %ld mblen %d\n", count, mblen(texts[i], strlen(texts[i])));
    }
    for (i = 0; i < sizeof wides / sizeof wides[0]; i++) {
        char bytes[16];
        wint_t c = wides[i];
        long size = (long)wcrtomb(bytes, (wchar_t)c, NULL);
        printf("%x: %ld bytes, wctob %d, width %d, %d%d%d%d%d %x %x\n", c, size, wctob(c), wcwidth((wchar_t)c), !!iswalpha(c),
               !!iswprint(c), !!iswupper(c), !!iswpunct(c), !!iswspace(c), (unsigned)towlower(c), (unsigned)towupper(c));
    }
    printf("btowc %x %x\n", (unsigned)btowc('a'), (unsigned)btowc(0xe9));
}

static void show_printing(void)
{
    char text[64];
    wchar_t wide[64];
    int count;

    errno = 0;
    count = snprintf(text, sizeof text, "%ls", L"a\u00e9b");
    printf("%%ls: %d %s\n", count, count < 0 && errno == EILSEQ ? "EILSEQ" : text);
    count = snprintf(text, sizeof text, "%lc", (wint_t)0xe9);
    printf("%%lc: %d\n", count);
    count = swprintf(wide, 64, L"%s", "\xc3\xa9");
    printf("%%s: %d\n", count);
}

static void show_objects(void)
{
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL), c = newlocale(LC_ALL_MASK, "C", NULL), copy;

    printf("%d %d\n", uselocale(NULL) == LC_GLOBAL_LOCALE, newlocale(LC_ALL_MASK, "no-such-place", NULL) == NULL);
    printf("%s %s\n", nl_langinfo_l(CODESET, utf8), nl_langinfo_l(CODESET, c));
    printf("%d %d %d\n", !!iswalpha_l(0xe9, utf8), !!iswalpha_l(0xe9, c), !!iswctype_l(0xe9, wctype_l("lower", utf8), utf8));
    printf("%x %x\n", (unsigned)towupper_l(0xe9, utf8), (unsigned)towupper_l(0xe9, c));
    printf("%d %d %c\n", !!isalpha_l('x', utf8), !!isalpha_l(0xe9, utf8), toupper_l('x', c));
    printf("%d %d %d\n", strcoll_l("a", "b", utf8) < 0, strcasecmp_l("AbC", "aBc", c), wcscasecmp_l(L"\u00c9", L"\u00e9", utf8));
    printf("%d\n", uselocale(utf8) == LC_GLOBAL_LOCALE);
    printf("%s %d %s\n", nl_langinfo(CODESET), uselocale(NULL) == utf8, setlocale(LC_CTYPE, NULL));
    copy = duplocale(LC_GLOBAL_LOCALE);
    uselocale(copy);
    printf("%s\n", nl_langinfo(CODESET));
    uselocale(LC_GLOBAL_LOCALE);
    copy = newlocale(LC_CTYPE_MASK, "C.UTF-8", copy);
    printf("%s %s\n", nl_langinfo_l(CODESET, copy), nl_langinfo(CODESET));
    freelocale(copy);
    freelocale(utf8);
    freelocale(c);
}

int main(void)
{
    static const char *const names[] = { "C.UTF-8", "C.utf8", "POSIX", "xx", "C.ISO-8859-1", "C.utf-8", "LC_CTYPE=C.UTF-8", "C" };
    static const nl_item items[] = { D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, AM_STR, PM_STR, DAY_1, ABDAY_7, MON_12, ABMON_1, ERA,
        ERA_D_FMT, ALT_DIGITS, RADIXCHAR, THOUSEP, YESEXPR, NOEXPR, CRNCYSTR, ERA_D_T_FMT, ERA_T_FMT, -1, 0x99999 };
    const char *kept;
    size_t i;

    unsetenv("LC_ALL");
    unsetenv("LC_CTYPE");
    unsetenv("LANG");
    show_characters("start");
    show_printing();
    for (i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *name = setlocale(LC_ALL, names[i]);
        printf("%s: %s %s\n", names[i], name ? name : "no", nl_langinfo(CODESET));
    }
    show_objects();

    setenv("LANG", "C.UTF-8", 1);
    printf("%s\n", setlocale(LC_ALL, ""));
    setenv("LC_CTYPE", "C", 1);
    printf("%s %s\n", setlocale(LC_CTYPE, ""), setlocale(LC_TIME, NULL));
    kept = strdup(setlocale(LC_ALL, NULL));
    printf("%s\n", kept);
    setenv("LC_ALL", "POSIX", 1);
    printf("%s\n", setlocale(LC_ALL, ""));
    printf("%s\n", setlocale(LC_ALL, kept) ? setlocale(LC_TIME, NULL) : "no");
    setenv("LC_ALL", "nowhere", 1);
    printf("%d %s\n", setlocale(LC_ALL, "") == NULL, setlocale(LC_TIME, NULL));
    printf("%d %d\n", setlocale(99, "C") == NULL, setlocale(-1, NULL) == NULL);

    setlocale(LC_ALL, "C.UTF-8");
    show_characters("UTF-8");
    show_printing();
    for (i = 0; i < sizeof items / sizeof items[0]; i++)
        printf("[%s]", nl_langinfo(items[i]));
    setlocale(LC_TIME, "POSIX");
    printf("\n%s %s", nl_langinfo(_NL_LOCALE_NAME(LC_CTYPE)), nl_langinfo(_NL_LOCALE_NAME(LC_TIME)));
    printf("\n%d\n", localeconv()->frac_digits == localeconv()->int_n_sign_posn);
    return 0;
}
