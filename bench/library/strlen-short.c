/* The lengths of words, and where a letter is in them. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char *const words[] = {"a", "of", "the", "length", "ordinary", "identifiers", "in_a_program_text", "/usr/include/sys/types.h"};
    unsigned long total = 0;

    for (unsigned i = 0; i < 30000000; i++) {
        const char *word = words[i * 2654435761u >> 29];
        total += strlen(word);
        total += strchr(word, 'e') != NULL;
    }
    printf("%lu\n", total);
    return 0;
}
