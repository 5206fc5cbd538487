#include <error.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/start.h"

void (*error_print_progname)(void);
unsigned int error_message_count;
int error_one_per_line;

static void error_begin(const char *after_name)
{
    fflush(stdout);
    if (error_print_progname) error_print_progname();
    else fprintf(stderr, "%s:%s", __progname_full, after_name);
}

static void error_end(int status, int number, const char *format, va_list arguments)
{
    vfprintf(stderr, format, arguments);
    error_message_count++;
    if (number) fprintf(stderr, ": %s", strerror(number));
    putc('\n', stderr);
    if (status) exit(status);
}

void __error(int status, int number, const char *format, ...)
{
    va_list arguments;

    error_begin(" ");
    va_start(arguments, format);
    error_end(status, number, format, arguments);
    va_end(arguments);
}
PUBLIC_NAME(error);

void __error_at_line(int status, int number, const char *file, unsigned int line, const char *format, ...)
{
    static const char *last_file;
    static unsigned int last_line;
    va_list arguments;

    if (error_one_per_line) {
        if (last_line == line && last_file && file && strcmp(file, last_file) == 0) return;
        last_file = file;
        last_line = line;
    }
    error_begin(file ? "" : " ");
    if (file) fprintf(stderr, "%s:%u: ", file, line);
    va_start(arguments, format);
    error_end(status, number, format, arguments);
    va_end(arguments);
}
PUBLIC_NAME(error_at_line);
