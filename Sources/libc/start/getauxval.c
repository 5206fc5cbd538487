#include <errno.h>
#include <sys/auxv.h>
#include "../internal/start.h"

unsigned long getauxval(unsigned long type)
{
    unsigned long word = __auxiliary_word(type, 0);

    if (word == 0 && __auxiliary_word(type, 1) == 1) errno = ENOENT;
    return word;
}
