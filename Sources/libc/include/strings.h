#ifndef _STRINGS_H
#define _STRINGS_H

#include <bits/size_t.h>

int strcasecmp(const char *a, const char *b);
int strncasecmp(const char *a, const char *b, size_t size);
char *index(const char *text, int c);
char *rindex(const char *text, int c);
int bcmp(const void *a, const void *b, size_t size);
void bcopy(const void *from, void *to, size_t size);
void bzero(void *bytes, size_t size);
int ffs(int bits);
int ffsl(long bits);
int ffsll(long long bits);

#endif
