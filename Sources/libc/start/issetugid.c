#include <elf.h>
#include <unistd.h>
#include "../internal/start.h"

int issetugid(void)
{
    return __auxiliary_word(AT_SECURE, 0) != 0;
}
