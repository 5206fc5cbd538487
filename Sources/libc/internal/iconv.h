#ifndef INTERNAL_ICONV_H
#define INTERNAL_ICONV_H

/* ASCII for a character that a set has not: what it looks like, "?" at worst. letter is two bytes of room. */
const char *__iconv_like(unsigned int c, char *letter);

#endif
