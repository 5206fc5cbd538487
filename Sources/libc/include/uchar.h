#ifndef _MINICC_LIBC_UCHAR_H
#define _MINICC_LIBC_UCHAR_H

#include <wchar.h>

typedef unsigned short char16_t;
typedef unsigned int char32_t;

size_t mbrtoc16(char16_t *wide, const char *text, size_t size, mbstate_t *state);
size_t c16rtomb(char *text, char16_t wide, mbstate_t *state);
size_t mbrtoc32(char32_t *wide, const char *text, size_t size, mbstate_t *state);
size_t c32rtomb(char *text, char32_t wide, mbstate_t *state);

#endif
