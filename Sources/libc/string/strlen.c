#include <string.h>
#include "../internal/word.h"

size_t strlen(const char *text)
{
    const char *at = text;
    const word_t *words;

    for (; !WORD_ALIGNED(at); at++)
        if (!*at)
            return (size_t)(at - text);
    words = (const word_t *)at;
    while (!WORD_ZEROS(*words))
        words++;
    for (at = (const char *)words; *at; at++)
        ;
    return (size_t)(at - text);
}
