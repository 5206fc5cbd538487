/* Locales differ in one point: text is ASCII in "C", UTF-8 in all others. Names are kept for each category. */
#ifndef INTERNAL_LOCALE_H
#define INTERNAL_LOCALE_H

#include <locale.h>

/* LC_ALL is one of the numbers and has no name. */
enum { LOCALE_CATEGORIES = 13 };

struct __locale {
    /* From LC_CTYPE. */
    int utf8;
    /* Never freed: a program may keep what setlocale gave it. */
    const char *names[LOCALE_CATEGORIES];
};

extern struct __locale __global_locale;
/* The one that uselocale chose, or the global one. */
extern struct __locale *__current_locale;

/* What a locale_t stands for. */
#define LOCALE_OF(handle) ((handle) == LC_GLOBAL_LOCALE ? &__global_locale : (handle))

/* Sets the categories of a mask to the locale of this name, "" being the environment's choice. 0, or -1 and nothing is
   changed if there is no such locale or no memory. */
int __locale_set(struct __locale *locale, int mask, const char *name);
extern const char *const __locale_categories[LOCALE_CATEGORIES];

#endif
