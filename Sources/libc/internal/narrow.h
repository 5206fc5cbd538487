#ifndef INTERNAL_NARROW_H
#define INTERNAL_NARROW_H

#include <bits/size_t.h>
#include <bits/wchar_t.h>

/* Copies the beginning of wide text as ASCII for the number functions, without leading blanks, whose
   number is stored. */
size_t __narrow_number(char *text, size_t size, const wchar_t *wide, size_t *blanks);

enum { NARROW_SIZE = 1200 };

#endif
