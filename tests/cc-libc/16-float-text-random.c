/* 100,000 random doubles to text and back: a sum over all digits, compared with glibc's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long state = 88172645463325252UL;

static unsigned long random_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static unsigned long add(unsigned long sum, const char *text)
{
    for (; *text; text++)
        sum = (sum ^ (unsigned char)*text) * 1099511628211UL;
    return sum;
}

int main(void)
{
    static const char *const formats[] = { "%.17g", "%e", "%.3f", "%g", "%.0e", "%a", "%.25g", "%.1f" };
    char text[1200];
    unsigned long sum = 14695981039346656037UL, bits;
    int i, wrong = 0;

    for (i = 0; i < 100000; i++) {
        double value, back;
        bits = random_bits();
        if (i % 4 == 1)
            bits = (bits & 0x800fffffffffffffUL) | (960 + random_bits() % 128) << 52;
        else if (i % 4 == 2)
            bits &= 0x800fffffffffffffUL >> random_bits() % 52;
        memcpy(&value, &bits, 8);
        if (value != value)
            continue;
        snprintf(text, sizeof text, formats[i % 8], value);
        sum = add(sum, text);
        snprintf(text, sizeof text, "%.17g", value);
        back = strtod(text, NULL);
        if (memcmp(&back, &value, 8) != 0)
            wrong++;
        snprintf(text, sizeof text, "%.*e", (int)(random_bits() % 20), value);
        back = strtod(text, NULL);
        memcpy(&bits, &back, 8);
        sum = (sum ^ bits) * 1099511628211UL;
        {
            float narrow = strtof(text, NULL);
            unsigned int narrow_bits;
            memcpy(&narrow_bits, &narrow, 4);
            sum = (sum ^ narrow_bits) * 1099511628211UL;
        }
    }
    printf("%016lx, %d wrong\n", sum, wrong);
    return 0;
}
