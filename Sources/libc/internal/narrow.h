#ifndef INTERNAL_NARROW_H
#define INTERNAL_NARROW_H

#include <bits/size_t.h>
#include <bits/wchar_t.h>

enum { NARROW_SIZE = 128 };

/* The number functions take ASCII. A copy of the beginning of wide text without leading blanks, whose number is stored:
   in the caller's array, or in memory from malloc that __narrow_free gives back. */
char *__narrow_number(char *array, const wchar_t *wide, size_t *blanks);
void __narrow_free(char *array, char *copy);

#endif
