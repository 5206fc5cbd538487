#ifndef _MINICC_LIBC_STRINGS_H
#define _MINICC_LIBC_STRINGS_H

#include <bits/locale_t.h>
#include <bits/size_t.h>

int strcasecmp(const char *a, const char *b);
int strncasecmp(const char *a, const char *b, size_t size);
int strcasecmp_l(const char *a, const char *b, locale_t locale);
int strncasecmp_l(const char *a, const char *b, size_t size, locale_t locale);
char *index(const char *text, int c);
char *rindex(const char *text, int c);
int bcmp(const void *a, const void *b, size_t size);
void bcopy(const void *from, void *to, size_t size);
void bzero(void *bytes, size_t size);
int ffs(int bits);
int ffsl(long bits);
int ffsll(long long bits);

#endif
