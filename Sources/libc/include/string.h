#ifndef _MINICC_LIBC_STRING_H
#define _MINICC_LIBC_STRING_H

#include <features.h>
#include <bits/null.h>
#include <bits/size_t.h>

void *memcpy(void *to, const void *from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);
void *memchr(const void *bytes, int byte, size_t size);

char *strcpy(char *to, const char *from);
char *strncpy(char *to, const char *from, size_t size);
char *strcat(char *to, const char *from);
char *strncat(char *to, const char *from, size_t size);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t size);
int strcoll(const char *a, const char *b);
size_t strxfrm(char *to, const char *from, size_t size);
char *strchr(const char *text, int c);
char *strrchr(const char *text, int c);
size_t strspn(const char *text, const char *accepted);
size_t strcspn(const char *text, const char *rejected);
char *strpbrk(const char *text, const char *accepted);
char *strstr(const char *text, const char *part);
char *strtok(char *text, const char *separators);
size_t strlen(const char *text);
char *strerror(int number);

#ifdef __POSIX_VISIBLE
#define strdupa(text) \
    (__extension__({ const char *__text = (text); strcpy((char *)__builtin_alloca(strlen(__text) + 1), __text); }))
#define strndupa(text, size) \
    (__extension__({ \
        const char *__text = (text); \
        size_t __length = strnlen(__text, (size)); \
        char *__copy = (char *)__builtin_alloca(__length + 1); \
        __copy[__length] = 0; \
        (char *)memcpy(__copy, __text, __length); \
    }))
#include <strings.h>
char *strdup(const char *text);
char *strndup(const char *text, size_t size);
size_t strnlen(const char *text, size_t size);
char *stpcpy(char *to, const char *from);
char *stpncpy(char *to, const char *from, size_t size);
size_t strlcpy(char *to, const char *from, size_t size);
size_t strlcat(char *to, const char *from, size_t size);
char *strtok_r(char *text, const char *separators, char **state);
char *strsep(char **text, const char *separators);
char *strchrnul(const char *text, int c);
char *strcasestr(const char *text, const char *part);
int strverscmp(const char *a, const char *b);
int strerror_r(int number, char *buffer, size_t size);
char *strsignal(int number);
void *memccpy(void *to, const void *from, int byte, size_t size);
void *memrchr(const void *bytes, int byte, size_t size);
void *rawmemchr(const void *bytes, int byte);
void *memmem(const void *bytes, size_t size, const void *part, size_t part_size);
void *mempcpy(void *to, const void *from, size_t size);
void explicit_bzero(void *bytes, size_t size);

#include <bits/locale_t.h>

int strcoll_l(const char *a, const char *b, locale_t locale);
size_t strxfrm_l(char *to, const char *from, size_t size, locale_t locale);
char *strerror_l(int number, locale_t locale);
#endif

#endif
