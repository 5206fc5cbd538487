/* GNU's messages with the program's name and the place. */
#ifndef _MINICC_LIBC_ERROR_H
#define _MINICC_LIBC_ERROR_H

#include <features.h>

extern void (*error_print_progname)(void);
extern unsigned int error_message_count;
extern int error_one_per_line;

void error(int status, int number, const char *format, ...);
void error_at_line(int status, int number, const char *file, unsigned int line, const char *format, ...);

#endif
