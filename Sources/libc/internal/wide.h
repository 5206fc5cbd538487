/* Wide text to the locale's bytes and back, for texts that end with a NUL and texts of a given length. */
#ifndef INTERNAL_WIDE_H
#define INTERNAL_WIDE_H

#include <wchar.h>

size_t __wide_to_bytes(char *text, const wchar_t **wide, size_t count, size_t size, mbstate_t *state);
size_t __bytes_to_wide(wchar_t *wide, const char **text, size_t size, size_t count, mbstate_t *state);
/* A copy of wide text as UTF-8, whatever the locale; NULL without memory or for what is no character. */
char *__utf8_of_wide(const wchar_t *wide);

#endif
