/* Functions that take an argument only sometimes. minicc gives a function that is called without variable arguments no
   list at all; with other compilers reading one that is not there gives anything, which does not matter then. */
#ifndef INTERNAL_ARGUMENTS_H
#define INTERNAL_ARGUMENTS_H

#include <stdarg.h>

#ifdef __MINICC__
#define HAS_ARGUMENTS(list) ((list) != 0)
#else
#define HAS_ARGUMENTS(list) 1
#endif

/* The next argument as a word, 0 if there are none. */
#define ARGUMENT_WORD(list) (HAS_ARGUMENTS(list) ? (long)va_arg(list, void *) : 0)

#endif
