#include <string.h>
#include "../internal/word.h"

void *memchr(const void *bytes, int byte, size_t size)
{
    const word_t *words = WORD_AROUND(bytes);
    /* A size that reaches beyond the end of all memory means: it is there. */
    const char *end = (const char *)bytes + size, *at;
    word_t pattern = WORD_OF_BYTE(byte);
    word_t differences, found;

    if (size == 0)
        return NULL;
    if (end < (const char *)bytes)
        end = (const char *)-1;
    differences = (*words ^ pattern) | WORD_BEFORE(bytes);
    found = WORD_ZEROS(differences);
    while (!found) {
        words++;
        if (BLOCK_BEGINS(words))
            while ((const char *)words < end &&
                   !BLOCK_MAY_HAVE_ZERO(words[0] ^ pattern, words[1] ^ pattern, words[2] ^ pattern, words[3] ^ pattern))
                words += 4;
        if ((const char *)words >= end)
            return NULL;
        differences = *words ^ pattern;
        found = WORD_ZEROS(differences);
    }
    at = (const char *)words + WORD_FIRST(found);
    return at < end ? (void *)at : NULL;
}
