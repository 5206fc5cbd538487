#ifndef INTERNAL_GETOPT_H
#define INTERNAL_GETOPT_H

#include <getopt.h>

/* All of the family: long_options may be NULL; single: long options may begin with one dash. */
int __getopt(int count, char *const arguments[], const char *options,
             const struct option *long_options, int *which, int single);

#endif
