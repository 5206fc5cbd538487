#include <elf.h>
#include <stddef.h>
#include "../internal/start.h"

unsigned long __auxiliary_word(unsigned long type, unsigned long missing)
{
    char **end = __first_environment;
    const unsigned long *pair;

    while (*end) end++;
    for (pair = (const unsigned long *)(end + 1); pair[0] != AT_NULL; pair += 2)
        if (pair[0] == type) return pair[1];
    return missing;
}
