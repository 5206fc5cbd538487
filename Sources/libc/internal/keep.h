#ifndef INTERNAL_KEEP_H
#define INTERNAL_KEEP_H

#include <bits/size_t.h>

/* One copy of a text for good: for names that programs are given and may hold on to. NULL without memory. */
const char *__keep_text(const char *text, size_t length);

#endif
