#ifndef _MINICC_LIBC_ERR_H
#define _MINICC_LIBC_ERR_H

#include <features.h>
#include <stdarg.h>

__NORETURN void err(int status, const char *format, ...);
__NORETURN void errx(int status, const char *format, ...);
__NORETURN void verr(int status, const char *format, va_list arguments);
__NORETURN void verrx(int status, const char *format, va_list arguments);
void warn(const char *format, ...);
void warnx(const char *format, ...);
void vwarn(const char *format, va_list arguments);
void vwarnx(const char *format, va_list arguments);

#endif
