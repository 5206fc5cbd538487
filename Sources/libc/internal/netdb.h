/* /etc/hosts and /etc/services: lines of words. */
#ifndef INTERNAL_NETDB_H
#define INTERNAL_NETDB_H

#include <stdio.h>

enum { NET_LINE_SIZE = 1024, NET_MOST_WORDS = 32 };

/* The next line with words, without its comment; how many words it has, 0 at the end. */
int __net_words(FILE *file, char line[NET_LINE_SIZE], char *words[NET_MOST_WORDS]);

#endif
