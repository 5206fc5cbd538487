#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/start.h"

static void err_print(const char *format, va_list arguments, const char *reason)
{
    const char *name = __program_name ? __program_name : "?";
    const char *slash = strrchr(name, '/');

    fprintf(stderr, "%s: ", slash ? slash + 1 : name);
    if (format)
        vfprintf(stderr, format, arguments);
    if (reason)
        fprintf(stderr, "%s%s", format ? ": " : "", reason);
    fputs("\n", stderr);
}

void vwarn(const char *format, va_list arguments)
{
    err_print(format, arguments, strerror(errno));
}

void vwarnx(const char *format, va_list arguments)
{
    err_print(format, arguments, NULL);
}

void verr(int status, const char *format, va_list arguments)
{
    vwarn(format, arguments);
    exit(status);
}

void verrx(int status, const char *format, va_list arguments)
{
    vwarnx(format, arguments);
    exit(status);
}

void warn(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vwarn(format, arguments);
    va_end(arguments);
}

void warnx(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vwarnx(format, arguments);
    va_end(arguments);
}

void err(int status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    verr(status, format, arguments);
    va_end(arguments);
}

void errx(int status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    verrx(status, format, arguments);
    va_end(arguments);
}
