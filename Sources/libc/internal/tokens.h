#ifndef INTERNAL_TOKENS_H
#define INTERNAL_TOKENS_H

/* strtok_r under a name that a program cannot have taken for itself. */
char *__next_token(char *text, const char *separators, char **state);

#endif
