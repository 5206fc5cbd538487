#include <string.h>
#include "../internal/word.h"

int strncmp(const char *a, const char *b, size_t size)
{
    while (size > 0) {
        if (size >= 8 && PAGE_REST(a) >= 8 && PAGE_REST(b) >= 8) {
            word_t x = *(const word_t *)a;
            if (x == *(const word_t *)b && !WORD_ZEROS(x)) {
                a += 8;
                b += 8;
                size -= 8;
                continue;
            }
        }
        if (*a != *b || !*a)
            return (unsigned char)*a - (unsigned char)*b;
        a++;
        b++;
        size--;
    }
    return 0;
}
