/* Threads that calculate at the same time, and are interrupted in the middle of it, come to the results that one alone does. */
#include "check.h"
#include "threads.h"

enum { THREADS_HERE = 4, STEPS = 300000 };

static double results[THREADS_HERE][4];

/* Values that never come to rest: a bit that is wrong is another value soon. */
static void calculate(int n, double *to)
{
    double a = 0.1 + 0.01 * n, b = 0.2 + 0.01 * n, c = 0.3 + 0.01 * n, d = 0.4 + 0.01 * n;

    for (int k = 0; k < STEPS; k++) {
        a = 3.91 * a * (1 - a);
        b = 3.92 * b * (1 - b);
        c = 3.93 * c * (1 - c);
        d = 3.94 * d * (1 - d);
    }
    to[0] = a;
    to[1] = b;
    to[2] = c;
    to[3] = d;
}

static void run(void *argument)
{
    int n = (int)(long)argument;

    calculate(n, results[n]);
}

int main(void)
{
    struct thread *threads[THREADS_HERE];
    double alone[4];

    for (long k = 0; k < THREADS_HERE; k++)
        HOLDS((threads[k] = thread_start(run, (void *)k)) != NULL);
    for (int k = 0; k < THREADS_HERE; k++)
        thread_join(threads[k]);
    for (int k = 0; k < THREADS_HERE; k++) {
        calculate(k, alone);
        HOLDS(memcmp(alone, results[k], sizeof alone) == 0);
        HOLDS(k == 0 || memcmp(results[k], results[k - 1], sizeof alone) != 0);
    }
    return finish();
}
