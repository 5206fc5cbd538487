/* A set of characters for strspn and its relatives: one bit each. */
#ifndef INTERNAL_CHARSET_H
#define INTERNAL_CHARSET_H

struct charset { unsigned long bits[4]; };

#define CHARSET_HAS(set, c) (((set).bits[(unsigned char)(c) >> 6] >> ((unsigned char)(c) & 63)) & 1)

void __charset_make(struct charset *set, const char *members);

#endif
