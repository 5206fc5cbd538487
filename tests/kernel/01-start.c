/* What a program finds on its stack: arguments, environment, and the auxiliary vector behind it. */
#include "check.h"

enum { PHDR = 3, PHENT = 4, PHNUM = 5, PAGESZ = 6, BASE = 7, ENTRY = 9, RANDOM = 25 };

int main(int argc, char **argv, char **envp)
{
    unsigned long found[64] = { 0 }, *vector;
    unsigned char *start;
    int k;

    HOLDS(((unsigned long)(argv - 1) & 15) == 0);
    HOLDS(argc == 3);
    HOLDS(strcmp(argv[1], "one") == 0 && strcmp(argv[2], "two-words") == 0);
    HOLDS(argv[argc] == NULL);
    HOLDS(envp == argv + argc + 1);
    for (k = 0; envp[k]; k++)
        HOLDS(strchr(envp[k], '=') != NULL);
    for (vector = (unsigned long *)(envp + k + 1); vector[0]; vector += 2)
        if (vector[0] < 64)
            found[vector[0]] = vector[1];
    HOLDS(found[PAGESZ] == 4096);
    HOLDS(found[PHENT] == 56);
    HOLDS(found[PHNUM] > 0 && found[PHNUM] < 20);
    HOLDS(found[RANDOM] != 0);
    /* The program headers lie behind the ELF header, at the beginning of a page. */
    start = (unsigned char *)(found[PHDR] & ~4095ul);
    HOLDS(start && memcmp(start, "\177ELF", 4) == 0);
    HOLDS(*(unsigned long *)(start + 24) == found[ENTRY]);
    /* Sixteen bytes that are readable and not all the same. */
    if (found[RANDOM]) {
        unsigned char *bytes = (unsigned char *)found[RANDOM];
        int differ = 0;

        for (k = 1; k < 16; k++)
            differ |= bytes[k] != bytes[0];
        HOLDS(differ);
    }
    return finish();
}
