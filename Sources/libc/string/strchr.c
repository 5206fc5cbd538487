#include <string.h>
#include "../internal/word.h"

char *strchr(const char *text, int c)
{
    char wanted = (char)c;
    word_t pattern = WORD_OF_BYTE(c);

    for (; !WORD_ALIGNED(text); text++) {
        if (*text == wanted)
            return (char *)text;
        if (!*text)
            return NULL;
    }
    for (;;) {
        word_t word = *(const word_t *)text;
        word_t differences = word ^ pattern;
        if (WORD_ZEROS(word) | WORD_ZEROS(differences))
            break;
        text += sizeof(word_t);
    }
    for (; *text != wanted; text++)
        if (!*text)
            return NULL;
    return (char *)text;
}
