#include <string.h>
#include "../internal/word.h"

/* The first c in text, or the end of text. */
char *strchrnul(const char *text, int c)
{
    char wanted = (char)c;
    word_t pattern = WORD_OF_BYTE(c);

    for (; !WORD_ALIGNED(text); text++)
        if (*text == wanted || !*text)
            return (char *)text;
    for (;;) {
        word_t word = *(const word_t *)text;
        word_t differences = word ^ pattern;
        if (WORD_ZEROS(word) | WORD_ZEROS(differences))
            break;
        text += sizeof(word_t);
    }
    while (*text != wanted && *text)
        text++;
    return (char *)text;
}
