#include <string.h>
#include "../internal/word.h"

size_t strlen(const char *text)
{
    const word_t *words = WORD_AROUND(text);
    word_t word = *words | WORD_BEFORE(text);
    word_t zeros = WORD_ZEROS(word);

    while (!zeros) {
        words++;
        if (BLOCK_BEGINS(words))
            while (!BLOCK_MAY_HAVE_ZERO(words[0], words[1], words[2], words[3]))
                words += 4;
        word = *words;
        zeros = WORD_ZEROS(word);
    }
    return (size_t)((const char *)words - text) + WORD_FIRST(zeros);
}
