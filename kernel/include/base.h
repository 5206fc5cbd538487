/* Bytes, text, the log, the end. */
#ifndef BASE_H
#define BASE_H

#include <stdarg.h>
#include "types.h"

struct frame;

/* ---- Bytes and strings ---- */

void copy_bytes(void *to, const void *from, u64 size);     /* regions may overlap */
void clear_bytes(void *at, u64 size);
void clear_page(void *page);
void copy_page(void *to, const void *from);
u64 string_length(const char *s);
int strings_equal(const char *a, const char *b);
int starts_with(const char *s, const char *prefix);
void copy_string(char *to, const char *from, u64 size);    /* cut to size, always ended by a NUL */
u64 parse_number(const char *s);                           /* decimal or 0x…; up to the first other character */

/* ---- Checked sums (checked.c): all arithmetic with numbers of programs that could wrap around goes through these ---- */

int range_fits(u64 start, u64 size, u64 low, u64 high);    /* low <= start, start + size <= high */
int whole_pages(u64 size, u64 *rounded);                   /* rounds up to pages; 0 if that wraps around */
u64 add_at_most(u64 a, u64 b, u64 most);                   /* the sum, or `most` if that is less */
u64 multiply_at_most(u64 a, u64 b, u64 most);

/* %d %ld %u %lu %x %lx %s %c, with a width, 0 and -; the length, or what fits. */
int format_text(char *to, u64 size, const char *format, ...);
int format_arguments(char *to, u64 size, const char *format, va_list arguments);

/* ---- The log ---- */

enum { LOG_ALWAYS = 0, LOG_ERROR = 3, LOG_KILLED = 4, LOG_BOOT = 6, LOG_DEBUG = 7 };

extern int log_level;

void console_put(int byte);                                /* to all that the console is shown on */
void log_line(int level, const char *format, ...);         /* one line, "kernel: " before it */
void log_text(const char *text);                           /* as it is: for the system call trace */
u64 log_size(void);
void log_copy(char *to, u64 before_end, u64 size);         /* from so many bytes before its end on */

/* ---- Names that uname tells (calls/system.c) ---- */

const char *system_name(void);
const char *system_release(void);
const char *system_build(void);
const char *system_domain(void);

/* ---- The end ---- */

void panic(const char *format, ...);
void panic_frame(struct frame *f, const char *what);

#endif
