#include <string.h>
#include "../internal/word.h"

void *memchr(const void *bytes, int byte, size_t size)
{
    const unsigned char *at = bytes;
    unsigned char wanted = (unsigned char)byte;
    word_t pattern = WORD_OF_BYTE(byte);

    for (; size > 0 && !WORD_ALIGNED(at); at++, size--)
        if (*at == wanted)
            return (void *)at;
    for (; size >= sizeof(word_t); at += sizeof(word_t), size -= sizeof(word_t)) {
        word_t differences = *(const word_t *)at ^ pattern;
        if (WORD_ZEROS(differences))
            break;
    }
    for (; size > 0; at++, size--)
        if (*at == wanted)
            return (void *)at;
    return NULL;
}
