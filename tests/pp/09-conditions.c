// #if and its relatives.
#define DEFINED
#ifdef DEFINED
one
#else
#error
#endif
#ifndef DEFINED
#error
#elif 0
#error
#elif defined DEFINED && !defined(UNDEFINED)
two
#elif 1/0
not reached
#else
#error
#endif
#if 0
# if 1
#  error
# else
#  error
# endif
'unterminated " things # do not matter
#elifdef UNDEFINED
#error
#elifndef UNDEFINED
three
#endif
#if 1
# if 0
# elif 1
four
# endif
#endif
#if 0
/* #endif in a comment
#endif
*/ "#endif \
#endif"
// #endif \
#endif
#else
five
#endif
#
# /* null */
