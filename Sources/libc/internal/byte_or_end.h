/* What strchr and strchrnul have in common. */
#ifndef INTERNAL_BYTE_OR_END_H
#define INTERNAL_BYTE_OR_END_H

#include "word.h"

/* The first byte in text, or the end of text. */
static const char *find_byte_or_end(const char *text, int byte)
{
    const word_t *words = WORD_AROUND(text);
    word_t pattern = WORD_OF_BYTE(byte), before = WORD_BEFORE(text);
    word_t word = *words | before, differences = (*words ^ pattern) | before;
    word_t found = WORD_ZEROS(word) | WORD_ZEROS(differences);

    while (!found) {
        words++;
        if (BLOCK_BEGINS(words))
            while (!BLOCK_MAY_HAVE_ZERO(words[0], words[1], words[2], words[3]) &&
                   !BLOCK_MAY_HAVE_ZERO(words[0] ^ pattern, words[1] ^ pattern, words[2] ^ pattern, words[3] ^ pattern))
                words += 4;
        word = *words;
        differences = word ^ pattern;
        found = WORD_ZEROS(word) | WORD_ZEROS(differences);
    }
    return (const char *)words + WORD_FIRST(found);
}

#endif
