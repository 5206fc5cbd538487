/* What programs ask about a stream's inside, under the names that Solaris gave it. */
#ifndef _MINICC_LIBC_STDIO_EXT_H
#define _MINICC_LIBC_STDIO_EXT_H

#include <stdio.h>

enum { FSETLOCKING_QUERY, FSETLOCKING_INTERNAL, FSETLOCKING_BYCALLER };

/* The buffer: its size, the bytes in it that wait to be written, those read and not taken. */
size_t __fbufsize(FILE *stream);
size_t __fpending(FILE *stream);
size_t __freadahead(FILE *stream);
const char *__freadptr(FILE *stream, size_t *size);
void __freadptrinc(FILE *stream, size_t size);
int __flbf(FILE *stream);
/* What was done last, and what may be done. */
int __freading(FILE *stream);
int __fwriting(FILE *stream);
int __freadable(FILE *stream);
int __fwritable(FILE *stream);
/* Forgets what is in the buffer. */
void __fpurge(FILE *stream);
void __fseterr(FILE *stream);
void _flushlbf(void);
int __fsetlocking(FILE *stream, int how);

#endif
