/* Amounts of money as text. The locales have no currency, so there is only the number. */
#ifndef _MINICC_LIBC_MONETARY_H
#define _MINICC_LIBC_MONETARY_H

#include <bits/locale_t.h>
#include <sys/types.h>

ssize_t strfmon(char *text, size_t size, const char *format, ...);
ssize_t strfmon_l(char *text, size_t size, locale_t locale, const char *format, ...);

#endif
