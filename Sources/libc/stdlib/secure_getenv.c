#include <elf.h>
#include <stddef.h>
#include <stdlib.h>
#include "../internal/start.h"

/* The environment of a program that runs with other rights than its caller's is not to be trusted. */
char *secure_getenv(const char *name)
{
    return __auxiliary_word(AT_SECURE, 0) ? NULL : getenv(name);
}
