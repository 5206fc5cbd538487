#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/start.h"

__NORETURN void __verr(int status, const char *format, va_list arguments);
__NORETURN void __verrx(int status, const char *format, va_list arguments);

static void err_print(const char *format, va_list arguments, const char *reason)
{
    fprintf(stderr, "%s: ", __progname ? __progname : "?");
    if (format)
        vfprintf(stderr, format, arguments);
    if (reason)
        fprintf(stderr, "%s%s", format ? ": " : "", reason);
    fputs("\n", stderr);
}

void __vwarn(const char *format, va_list arguments)
{
    err_print(format, arguments, strerror(errno));
}
PUBLIC_NAME(vwarn);

void __vwarnx(const char *format, va_list arguments)
{
    err_print(format, arguments, NULL);
}
PUBLIC_NAME(vwarnx);

void __verr(int status, const char *format, va_list arguments)
{
    __vwarn(format, arguments);
    exit(status);
}
PUBLIC_NAME(verr);

void __verrx(int status, const char *format, va_list arguments)
{
    __vwarnx(format, arguments);
    exit(status);
}
PUBLIC_NAME(verrx);

void __warn(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    __vwarn(format, arguments);
    va_end(arguments);
}
PUBLIC_NAME(warn);

void __warnx(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    __vwarnx(format, arguments);
    va_end(arguments);
}
PUBLIC_NAME(warnx);

void __err(int status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    __verr(status, format, arguments);
    va_end(arguments);
}
PUBLIC_NAME(err);

void __errx(int status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    __verrx(status, format, arguments);
    va_end(arguments);
}
PUBLIC_NAME(errx);
