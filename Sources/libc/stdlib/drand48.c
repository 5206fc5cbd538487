#include <stdlib.h>
#include <string.h>

/* The 48-bit generator of System V: X' = a X + c, with 0x5deece66d and 11 unless lcong48 says otherwise. */
static unsigned short drand48_state[3] = { 0x330e, 0xabcd, 0x1234 };
static unsigned short drand48_before[3];
static unsigned long drand48_factor = 0x5deece66dUL;
static unsigned short drand48_summand = 11;

static unsigned long drand48_step(unsigned short state[3])
{
    unsigned long x = state[0] | (unsigned long)state[1] << 16 | (unsigned long)state[2] << 32;

    x = (x * drand48_factor + drand48_summand) & 0xffffffffffffUL;
    state[0] = (unsigned short)(x & 0xffff);
    state[1] = (unsigned short)(x >> 16 & 0xffff);
    state[2] = (unsigned short)(x >> 32);
    return x;
}

double erand48(unsigned short state[3])
{
    return (double)(long)drand48_step(state) / 281474976710656.0;
}

double drand48(void)
{
    return erand48(drand48_state);
}

long nrand48(unsigned short state[3])
{
    return (long)(drand48_step(state) >> 17);
}

long lrand48(void)
{
    return nrand48(drand48_state);
}

long jrand48(unsigned short state[3])
{
    return (int)(drand48_step(state) >> 16);
}

long mrand48(void)
{
    return jrand48(drand48_state);
}

static void drand48_usual(void)
{
    drand48_factor = 0x5deece66dUL;
    drand48_summand = 11;
}

void srand48(long seed)
{
    drand48_state[0] = 0x330e;
    drand48_state[1] = (unsigned short)(seed & 0xffff);
    drand48_state[2] = (unsigned short)(seed >> 16 & 0xffff);
    drand48_usual();
}

unsigned short *seed48(unsigned short state[3])
{
    memcpy(drand48_before, drand48_state, sizeof drand48_before);
    memcpy(drand48_state, state, sizeof drand48_state);
    drand48_usual();
    return drand48_before;
}

void lcong48(unsigned short parameters[7])
{
    memcpy(drand48_state, parameters, sizeof drand48_state);
    drand48_factor = parameters[3] | (unsigned long)parameters[4] << 16 | (unsigned long)parameters[5] << 32;
    drand48_summand = parameters[6];
}
