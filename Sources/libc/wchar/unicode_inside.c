#include "../internal/unicode.h"

int __unicode_inside(const unsigned int *borders, unsigned int count, unsigned int c)
{
    unsigned int low = 0, high = count;

    while (low < high) {
        unsigned int middle = (low + high) / 2;
        if (borders[middle] <= c)
            low = middle + 1;
        else
            high = middle;
    }
    return (int)(low & 1);
}
