/* Conversion of text between UTF-8, UTF-16, UTF-32, ASCII and three sets of one byte (docs/libc.md). */
#ifndef _MINICC_LIBC_ICONV_H
#define _MINICC_LIBC_ICONV_H

#include <bits/size_t.h>

typedef void *iconv_t;

iconv_t iconv_open(const char *to, const char *from);
size_t iconv(iconv_t conversion, char **in, size_t *in_left, char **out, size_t *out_left);
int iconv_close(iconv_t conversion);

#endif
