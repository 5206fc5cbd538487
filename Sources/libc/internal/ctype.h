#ifndef INTERNAL_CTYPE_H
#define INTERNAL_CTYPE_H

enum {
    CTYPE_UPPER = 1,
    CTYPE_LOWER = 2,
    CTYPE_DIGIT = 4,
    CTYPE_SPACE = 8,
    CTYPE_PUNCTUATION = 16,
    CTYPE_CONTROL = 32,
    CTYPE_HEX = 64,
    CTYPE_PRINT = 128
};

extern const unsigned char __ctype_classes[128];

/* Takes any int, EOF and negative characters among them. */
#define CTYPE_IS(c, classes) \
    ((unsigned)(c) < 128 ? __ctype_classes[(unsigned)(c)] & (classes) : 0)

#endif
