#include <stdlib.h>

static unsigned long rand_state = 1;

void srand(unsigned int seed)
{
    rand_state = seed;
}

/* Knuth's linear congruential generator for 64 bits; the upper bits are the good ones. */
int rand(void)
{
    rand_state = rand_state * 6364136223846793005UL + 1442695040888963407UL;
    return (int)(rand_state >> 33);
}
