/* Last lines behind an earlier error, long numbers, null pointers, wide fields and dates without limits. */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

static void show_last_lines(void)
{
    char line[32], *grown = NULL;
    size_t size = 0;
    FILE *file = fopen("lines", "w+");

    fputs("one\ntwo", file);
    fclose(file);
    file = fopen("lines", "r");
    putc('x', file);
    printf("%d", ferror(file) != 0);
    printf(" %s", fgets(line, sizeof line, file));
    printf("%s", fgets(line, sizeof line, file));
    printf(" %d %d", feof(file) != 0, ferror(file) != 0);
    printf(" %d\n", fgets(line, sizeof line, file) == NULL);
    rewind(file);
    putc('x', file);
    printf("%d", (int)getline(&grown, &size, file));
    printf(" %d", (int)getline(&grown, &size, file));
    printf(" %s %d\n", grown, ferror(file) != 0);
    fclose(file);
    free(grown);
}

static void show_long_numbers(void)
{
    static char text[8000];
    double value = 0;
    long number = 0;
    int used = 0;

    memset(text, '0', 3000);
    strcpy(text + 3000, "17 rest");
    printf("%d", sscanf(text, "%ld%n", &number, &used));
    printf(" %ld %d\n", number, used);
    memset(text, '9', 3000);
    strcpy(text + 3000, "e-2999x");
    printf("%d", sscanf(text, "%lf%n", &value, &used));
    printf(" %.17g %d\n", value, used);
    strcpy(text, "0.");
    memset(text + 2, '0', 5000);
    strcpy(text + 5002, "25e5001");
    printf("%d", sscanf(text, "%lf%n", &value, &used));
    printf(" %.17g %d\n", value, used);
}

static void show_pointers(void)
{
    void *pointer = &pointer;
    int after = 0;

    printf("%d", sscanf("(nil) 7", "%p %d", &pointer, &after));
    printf(" %d %d", pointer == NULL, after);
    printf(" %d", sscanf("0x1f 8", "%p %d", &pointer, &after));
    printf(" %ld %d", (long)pointer, after);
    printf(" %d\n", sscanf("(nix", "%p", &pointer));
}

/* strerror's text for an unknown number stays when others are asked for. */
static void show_messages(void)
{
    char text[40], *first = strerror(12345);

    strerror_r(-5, text, sizeof text);
    errno = 777;
    perror("twice");
    printf("%s %s\n", first, text);
}

static void show_wide(void)
{
    static wchar_t wide[3000];
    wchar_t *end, small[8];
    char text[40];
    struct tm date = {0};
    int count = -1;

    printf("%d", swprintf(wide, 64, L"[%5s][%-5ls][%.2s][%ls]%n", "\u00e9\u20ac", L"\u00e9\u20ac", "\u00e9\u20ac\u4e2d", L"", &count));
    printf(" %d %ls\n", count, wide);
    printf("%d", swprintf(wide, 64, L"%c%lc%5c|%s", 'a', L'\u4e2d', 'b', (char *)NULL));
    printf(" %ls\n", wide);
    printf("%d %d\n", swprintf(small, 8, L"%s", "1234567"), swprintf(small, 8, L"%s", "12345678") < 0);
    wmemset(wide, L'0', 2500);
    wcscpy(wide + 2500, L"42z");
    printf("%ld", wcstol(wide, &end, 10));
    printf(" %d", (int)(end - wide));
    wmemset(wide, L'1', 2500);
    wcscpy(wide + 2500, L"e-2499q");
    printf(" %.12g", wcstod(wide, &end));
    printf(" %d\n", (int)(end - wide));
    wmemset(wide, L'x', 2000);
    wcscpy(wide + 2000, L"%Y\u00e9");
    date.tm_year = 124;
    {
        static wchar_t out[2100];
        printf("%d", (int)wcsftime(out, 2100, wide, &date));
        printf(" %ls", out + 1998);
        printf(" %d %d\n", (int)wcsftime(out, 2006, wide, &date), (int)wcsftime(out, 2005, wide, &date));
    }
    snprintf(text, sizeof text, "%ls|%.3ls|%5ls", L"\u00e9", L"\u00e9\u20ac", L"\u00e9");
    printf("%s\n", text);
}

static void show_wide_streams(void)
{
    FILE *file = fopen("wide", "w+");
    wint_t c;
    int i;

    fputs("a\xc3\xa9\xff", file);
    fclose(file);
    file = fopen("wide", "r");
    for (i = 0; i < 3; i++) {
        errno = 0;
        c = fgetwc(file);
        printf("%x %d %d;", (unsigned)c, errno == EILSEQ, ferror(file) != 0);
    }
    printf("\n");
    fclose(file);
    setlocale(LC_ALL, "C");
    file = fopen("wide", "r");
    for (i = 0; i < 2; i++) {
        errno = 0;
        c = fgetwc(file);
        printf("%x %d;", (unsigned)c, errno == EILSEQ);
    }
    fclose(file);
    file = fopen("wide", "w");
    errno = 0;
    printf(" %d", fputwc(0xe9, file) == WEOF);
    printf(" %d", errno == EILSEQ);
    printf(" %d\n", fwprintf(file, L"%ls", L"\u00e9") < 0);
    fclose(file);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    show_last_lines();
    show_long_numbers();
    show_pointers();
    show_messages();
    show_wide();
    show_wide_streams();
    return 0;
}
