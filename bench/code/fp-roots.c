/* Functions of <math.h> that are an instruction or a few: distances of moving bodies, roots and whole parts. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BODIES = 40, STEPS = 600 };
static double x[BODIES], y[BODIES], vx[BODIES], vy[BODIES];

static double step(void)
{
    double longest = 0;
    for (int i = 0; i < BODIES; i++) {
        for (int j = 0; j < BODIES; j++) {
            double dx = x[j] - x[i], dy = y[j] - y[i];
            double distance = sqrt(dx * dx + dy * dy + 1);
            double force = 0.001 / (distance * distance * distance);
            vx[i] += dx * force;
            vy[i] += dy * force;
            longest = distance > longest ? distance : longest;
        }
    }
    for (int i = 0; i < BODIES; i++) {
        x[i] += vx[i];
        y[i] += vy[i];
    }
    return longest;
}

int main(void)
{
    double sum = 0;
    int whole = 0;
    for (int i = 0; i < BODIES; i++) {
        x[i] = i * 7 % 13 - 6;
        y[i] = i * 5 % 11 - 5;
    }
    for (int i = 0; i < STEPS; i++) sum += step();
    for (int i = 1; i < 3000000; i++) {
        sum += sqrt(i) - fabs(sum) * 1e-9;
        whole += abs(i % 7 - 3);
    }
    printf("%.9g %d\n", sum, whole);
    return 0;
}
