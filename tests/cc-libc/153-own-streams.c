/* Streams over functions and over growing wide text; dates that do not fit; wcsstr; freopen. */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

static char store[64];
static size_t stored, place;

static ssize_t read_store(void *cookie, char *bytes, size_t size)
{
    size_t left = stored - place;

    (void)cookie;
    if (size > left)
        size = left;
    if (size > 5)
        size = 5;
    memcpy(bytes, store + place, size);
    place += size;
    return (ssize_t)size;
}

static ssize_t write_store(void *cookie, const char *bytes, size_t size)
{
    ++*(int *)cookie;
    if (place + size > sizeof store) {
        errno = ENOSPC;
        return 0;
    }
    memcpy(store + place, bytes, size);
    place += size;
    if (place > stored)
        stored = place;
    return (ssize_t)size;
}

static int seek_store(void *cookie, off_t *offset, int whence)
{
    off_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (off_t)place : (off_t)stored;

    (void)cookie;
    if (base + *offset < 0 || base + *offset > (off_t)sizeof store) {
        errno = EINVAL;
        return -1;
    }
    *offset += base;
    place = (size_t)*offset;
    return 0;
}

static int close_store(void *cookie)
{
    *(int *)cookie += 100;
    return 0;
}

static void show_cookie(void)
{
    cookie_io_functions_t functions = { read_store, write_store, seek_store, close_store }, nothing = { NULL, NULL, NULL, NULL };
    char line[32];
    int calls = 0;
    FILE *file = fopencookie(&calls, "w+", functions);

    fprintf(file, "%s %d\n", "first line", 1);
    fputs("second\n", file);
    printf("%d", fseek(file, 6, SEEK_SET));
    printf(" %s", fgets(line, sizeof line, file));
    printf("%ld", ftell(file));
    printf(" %s", fgets(line, sizeof line, file));
    printf("%d", fgets(line, sizeof line, file) == NULL);
    printf(" %d", feof(file) != 0);
    printf(" %d\n", fclose(file));
    printf("%d %.*s", calls, (int)stored, store);
    file = fopencookie(NULL, "r+", nothing);
    printf("%d", getc(file));
    clearerr(file);
    printf(" %d", fseek(file, 0, SEEK_SET));
    printf(" %d\n", fclose(file));
    printf("%d\n", fopencookie(NULL, "?", functions) == NULL);
}

static void show_wide_memory(void)
{
    wchar_t *text;
    size_t size;
    FILE *file = open_wmemstream(&text, &size);

    fputwc(L'\u00e9', file);
    fwprintf(file, L"%d\u20ac", 42);
    fflush(file);
    printf("%d %ls\n", (int)size, text);
    fputws(L" and more than fits into what there was at first", file);
    fclose(file);
    printf("%d %ls %d\n", (int)size, text, (int)wcslen(text));
    free(text);
}

static void show_dates(void)
{
    struct tm date;
    char text[64];

    memset(&date, 0, sizeof date);
    date.tm_year = 8099;
    date.tm_mday = 1;
    printf("%s", asctime_r(&date, text));
    date.tm_year = 8100;
    errno = 0;
    printf("%d", asctime_r(&date, text) == NULL);
    printf(" %d\n", errno == EOVERFLOW);
    printf("%s", asctime(&date));
    date.tm_year = INT_MAX;
    printf("%d\n", asctime(&date) == NULL);
}

static void show_search(void)
{
    static wchar_t text[5000];
    const wchar_t *found;

    wmemset(text, L'a', 4990);
    text[4990] = L'b';
    found = wcsstr(text, L"aaab");
    printf("%d", (int)(found - text));
    printf(" %d %d", wcsstr(text, L"ba") == NULL, (int)(wcsstr(text, L"") - text));
    wcscpy(text, L"\u6161\u6161a\u6161");
    printf(" %d\n", (int)(wcsstr(text, L"a\u6161") - text));
}

static void show_reopened(void)
{
    char line[32];
    FILE *file = fopen("one", "w");

    fputs("in one\n", file);
    file = freopen("two", "we", file);
    fputs("in two\n", file);
    file = freopen("one", "r", file);
    printf("%s", fgets(line, sizeof line, file));
    file = freopen("two", "r", file);
    printf("%s", fgets(line, sizeof line, file));
    printf("%d\n", freopen("no/such/file", "r", file) == NULL);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    show_cookie();
    show_wide_memory();
    show_dates();
    show_search();
    show_reopened();
    return 0;
}
