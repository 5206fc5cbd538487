/* What memrchr and strrchr have in common. */
#ifndef INTERNAL_LAST_BYTE_H
#define INTERNAL_LAST_BYTE_H

#include <stddef.h>
#include "word.h"

/* The last byte of this value among so many, or NULL. */
static const char *find_last_byte(const char *bytes, int byte, size_t size)
{
    const char *at = bytes + size;
    word_t pattern = WORD_OF_BYTE(byte);

    for (; at - bytes >= 8; at -= 8) {
        word_t differences = ((const word_t *)at)[-1] ^ pattern;
        if (WORD_ZEROS(differences))
            break;
    }
    while (at > bytes)
        if (*--at == (char)byte)
            return at;
    return NULL;
}

#endif
