#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"

INNER_NAME(srandom);

/* BSD's generator: each number is the sum of two earlier ones, 31 and 3 places back or as far as the state reaches; the
   smallest state is a congruential generator. In front of a state stands a word with its kind and place. */

enum { STATE_KINDS = 5, DEFAULT_KIND = 3 };

static const int state_degree[STATE_KINDS] = { 0, 7, 15, 31, 63 };
static const int state_distance[STATE_KINDS] = { 0, 3, 1, 3, 1 };

static int random_first[32];
static int *random_state;
static int random_kind, random_rear;

static void save_random_place(void)
{
    random_state[-1] = random_kind == 0 ? 0 : STATE_KINDS * random_rear + random_kind;
}

/* The default state, before anything else was asked for. */
static void begin_random(void)
{
    if (random_state) return;
    random_state = random_first + 1;
    random_kind = DEFAULT_KIND;
    __srandom(1);
}

long __random(void)
{
    int degree, front;
    unsigned int sum;

    begin_random();
    if (random_kind == 0) {
        random_state[0] = (int)(((unsigned int)random_state[0] * 1103515245U + 12345U) & 0x7fffffff);
        return random_state[0];
    }
    degree = state_degree[random_kind];
    front = (random_rear + state_distance[random_kind]) % degree;
    sum = (unsigned int)random_state[front] + (unsigned int)random_state[random_rear];
    random_state[front] = (int)sum;
    random_rear = (random_rear + 1) % degree;
    return (long)(sum >> 1);
}
PUBLIC_NAME(random);

void __srandom(unsigned int seed)
{
    int i, degree;
    long word;

    if (!random_state) {
        random_state = random_first + 1;
        random_kind = DEFAULT_KIND;
    }
    degree = state_degree[random_kind];
    random_state[0] = (int)(seed ? seed : 1);
    word = random_state[0];
    random_rear = 0;
    for (i = 1; i < degree; i++) {
        /* A signed remainder: a negative word becomes positive by one more modulus. */
        word = 16807 * word % 2147483647;
        if (word < 0) word += 2147483647;
        random_state[i] = (int)word;
    }
    for (i = 0; i < 10 * degree; i++) __random();
}
PUBLIC_NAME(srandom);

char *__initstate(unsigned int seed, char *state, size_t size)
{
    char *before;

    if (size < 8) return NULL;
    begin_random();
    save_random_place();
    before = (char *)(random_state - 1);
    random_state = (int *)(void *)state + 1;
    random_kind = size < 32 ? 0 : size < 64 ? 1 : size < 128 ? 2 : size < 256 ? 3 : 4;
    __srandom(seed);
    save_random_place();
    return before;
}
PUBLIC_NAME(initstate);

char *__setstate(char *state)
{
    char *before;
    int *new = (int *)(void *)state;

    if (new[0] < 0 || new[0] % STATE_KINDS >= STATE_KINDS || new[0] / STATE_KINDS > state_degree[4]) return NULL;
    begin_random();
    save_random_place();
    before = (char *)(random_state - 1);
    random_state = new + 1;
    random_kind = new[0] % STATE_KINDS;
    random_rear = new[0] / STATE_KINDS;
    return before;
}
PUBLIC_NAME(setstate);
