#ifndef _MINICC_LIBC_WCHAR_H
#define _MINICC_LIBC_WCHAR_H

#include <features.h>
#include <bits/null.h>
#include <bits/size_t.h>
#include <bits/wchar_t.h>
#include <stdio.h>

#include <bits/wint_t.h>

#ifndef WEOF
#define WEOF 0xffffffffU
#endif

#ifndef WCHAR_MAX
#ifdef __WCHAR_MAX__
#define WCHAR_MAX __WCHAR_MAX__
#else
#define WCHAR_MAX 2147483647
#endif
#define WCHAR_MIN (-WCHAR_MAX - 1)
#endif

/* A character begun and not finished: the bits so far and how many bytes are still to come. */
typedef struct {
    unsigned int __bits;
    unsigned int __missing;
} mbstate_t;

struct tm;

wchar_t *wcscpy(wchar_t *to, const wchar_t *from);
wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t size);
wchar_t *wcscat(wchar_t *to, const wchar_t *from);
wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t size);
int wcscmp(const wchar_t *a, const wchar_t *b);
int wcsncmp(const wchar_t *a, const wchar_t *b, size_t size);
int wcscoll(const wchar_t *a, const wchar_t *b);
size_t wcsxfrm(wchar_t *to, const wchar_t *from, size_t size);
wchar_t *wcschr(const wchar_t *text, wchar_t c);
wchar_t *wcsrchr(const wchar_t *text, wchar_t c);
size_t wcsspn(const wchar_t *text, const wchar_t *accepted);
size_t wcscspn(const wchar_t *text, const wchar_t *rejected);
wchar_t *wcspbrk(const wchar_t *text, const wchar_t *accepted);
wchar_t *wcsstr(const wchar_t *text, const wchar_t *part);
wchar_t *wcstok(wchar_t *text, const wchar_t *separators, wchar_t **state);
size_t wcslen(const wchar_t *text);
wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t size);
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t size);
wchar_t *wmemset(wchar_t *to, wchar_t c, size_t size);
int wmemcmp(const wchar_t *a, const wchar_t *b, size_t size);
wchar_t *wmemchr(const wchar_t *text, wchar_t c, size_t size);

wint_t btowc(int c);
int wctob(wint_t wide);
int mbsinit(const mbstate_t *state);
size_t mbrlen(const char *text, size_t size, mbstate_t *state);
size_t mbrtowc(wchar_t *wide, const char *text, size_t size, mbstate_t *state);
size_t wcrtomb(char *text, wchar_t wide, mbstate_t *state);
size_t mbsrtowcs(wchar_t *wide, const char **text, size_t size, mbstate_t *state);
size_t wcsrtombs(char *text, const wchar_t **wide, size_t size, mbstate_t *state);

long wcstol(const wchar_t *text, wchar_t **end, int base);
unsigned long wcstoul(const wchar_t *text, wchar_t **end, int base);
long long wcstoll(const wchar_t *text, wchar_t **end, int base);
unsigned long long wcstoull(const wchar_t *text, wchar_t **end, int base);
double wcstod(const wchar_t *text, wchar_t **end);
float wcstof(const wchar_t *text, wchar_t **end);
long double wcstold(const wchar_t *text, wchar_t **end);
size_t wcsftime(wchar_t *text, size_t size, const wchar_t *format, const struct tm *date);

wint_t fgetwc(FILE *stream);
wint_t getwc(FILE *stream);
wint_t getwchar(void);
wint_t ungetwc(wint_t wide, FILE *stream);
wchar_t *fgetws(wchar_t *line, int size, FILE *stream);
wint_t fputwc(wchar_t wide, FILE *stream);
wint_t putwc(wchar_t wide, FILE *stream);
wint_t putwchar(wchar_t wide);
int fputws(const wchar_t *text, FILE *stream);
int fwide(FILE *stream, int mode);
int wprintf(const wchar_t *format, ...);
int fwprintf(FILE *stream, const wchar_t *format, ...);
int swprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...);
int vwprintf(const wchar_t *format, va_list arguments);
int vfwprintf(FILE *stream, const wchar_t *format, va_list arguments);
int vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments);
int wscanf(const wchar_t *format, ...);
int fwscanf(FILE *stream, const wchar_t *format, ...);
int swscanf(const wchar_t *text, const wchar_t *format, ...);
int vwscanf(const wchar_t *format, va_list arguments);
int vfwscanf(FILE *stream, const wchar_t *format, va_list arguments);
int vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments);

#ifdef __POSIX_VISIBLE
FILE *open_wmemstream(wchar_t **text, size_t *size);
wint_t fgetwc_unlocked(FILE *stream);
wint_t getwc_unlocked(FILE *stream);
wint_t getwchar_unlocked(void);
wint_t fputwc_unlocked(wchar_t wide, FILE *stream);
wint_t putwc_unlocked(wchar_t wide, FILE *stream);
wint_t putwchar_unlocked(wchar_t wide);
wchar_t *fgetws_unlocked(wchar_t *line, int size, FILE *stream);
int fputws_unlocked(const wchar_t *text, FILE *stream);
wchar_t *wcswcs(const wchar_t *text, const wchar_t *part);
size_t wcsnlen(const wchar_t *text, size_t size);
wchar_t *wcsdup(const wchar_t *text);
int wcwidth(wchar_t wide);
int wcswidth(const wchar_t *text, size_t size);
int wcscasecmp(const wchar_t *a, const wchar_t *b);
int wcsncasecmp(const wchar_t *a, const wchar_t *b, size_t size);

#include <bits/locale_t.h>

int wcscoll_l(const wchar_t *a, const wchar_t *b, locale_t locale);
size_t wcsxfrm_l(wchar_t *to, const wchar_t *from, size_t size, locale_t locale);
int wcscasecmp_l(const wchar_t *a, const wchar_t *b, locale_t locale);
int wcsncasecmp_l(const wchar_t *a, const wchar_t *b, size_t size, locale_t locale);
size_t wcsftime_l(wchar_t *text, size_t size, const wchar_t *format, const struct tm *date, locale_t locale);
wchar_t *wcpcpy(wchar_t *to, const wchar_t *from);
wchar_t *wcpncpy(wchar_t *to, const wchar_t *from, size_t size);
size_t mbsnrtowcs(wchar_t *wide, const char **text, size_t size, size_t count, mbstate_t *state);
size_t wcsnrtombs(char *text, const wchar_t **wide, size_t count, size_t size, mbstate_t *state);
#endif

#endif
