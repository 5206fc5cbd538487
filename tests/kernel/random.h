/* Random numbers of fixtures whose processes share the state. */
#ifndef RANDOM_H
#define RANDOM_H

static unsigned long random_below(volatile unsigned long *state, unsigned long below)
{
    unsigned long x = *state;

    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    *state = x;
    return (x >> 11) % below;
}

#endif
