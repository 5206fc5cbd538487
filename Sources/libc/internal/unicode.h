#ifndef INTERNAL_UNICODE_H
#define INTERNAL_UNICODE_H

/* Whether an odd number of borders lies at or before c. */
int __unicode_inside(const unsigned int *borders, unsigned int count, unsigned int c);

#define UNICODE_INSIDE(borders, c) __unicode_inside(borders, sizeof borders / sizeof borders[0], c)

#endif
