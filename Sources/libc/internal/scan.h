/* The scanf family: one engine that takes characters from a source. */
#ifndef INTERNAL_SCAN_H
#define INTERNAL_SCAN_H

#include <stdarg.h>

struct scan_source {
    /* The next character, EOF at the end. */
    int (*get)(struct scan_source *source);
    /* Gives back the last one. */
    void (*unget)(struct scan_source *source, int c);
    const void *from;
    long taken;
};

int __scan(struct scan_source *source, const char *format, va_list arguments);

#endif
