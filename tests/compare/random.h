/* Random numbers that are the same with every compiler and library. Arguments of a program: how many cases, and the seed. */
#include <stdio.h>
#include <stdlib.h>

static unsigned long random_state;

static unsigned long random_word(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state >> 3;
}

/* From 0 to below count. */
static int random_below(int count)
{
    return (int)(random_word() % (unsigned long)count);
}

static int random_begin(int count, char **words)
{
    random_state = 88172645463325252UL + (count > 2 ? strtoul(words[2], NULL, 10) * 2654435761UL : 0);
    return count > 1 ? atoi(words[1]) : 10000;
}
