#include <string.h>
#include "../internal/word.h"

int strcmp(const char *a, const char *b)
{
    if ((((unsigned long)a ^ (unsigned long)b) & 7) == 0) {
        while (!WORD_ALIGNED(a)) {
            if (*a != *b || !*a)
                return (unsigned char)*a - (unsigned char)*b;
            a++;
            b++;
        }
        while (*(const word_t *)a == *(const word_t *)b && !WORD_ZEROS(*(const word_t *)a)) {
            a += sizeof(word_t);
            b += sizeof(word_t);
        }
    }
    while (*a == *b && *a) {
        a++;
        b++;
    }
    return (unsigned char)*a - (unsigned char)*b;
}
