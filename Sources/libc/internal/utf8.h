/* UTF-8 in any locale: mbrtowc and wcrtomb of a UTF-8 locale, for arguments that are not NULL. */
#ifndef INTERNAL_UTF8_H
#define INTERNAL_UTF8_H

#include <wchar.h>

size_t __utf8_to_wide(wchar_t *wide, const char *text, size_t size, mbstate_t *state);
size_t __wide_to_utf8(char *text, wchar_t wide);

#endif
