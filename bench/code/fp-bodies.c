/* Structures of doubles, square roots: planets around a sun. */
#include <stdio.h>

struct body { double x, y, z, vx, vy, vz, mass; };
enum { BODIES = 5 };

static struct body bodies[BODIES] = {
    { 0, 0, 0, 0, 0, 0, 39.5 },
    { 4.84, -1.16, -0.10, 0.61, 2.81, -0.025, 0.0377 },
    { 8.34, 4.12, -0.40, -1.01, 1.82, 0.0084, 0.0113 },
    { 12.89, -15.11, -0.22, 1.08, 0.87, -0.0108, 0.0017 },
    { 15.38, -25.92, 0.18, 0.98, 0.59, -0.0347, 0.002 },
};

static double root(double x)
{
    double r = x > 1 ? x / 2 : 1;
    for (int i = 0; i < 6; i++) r = (r + x / r) / 2;
    return r;
}

static void advance(struct body *all, double dt)
{
    for (int i = 0; i < BODIES; i++) {
        struct body *a = &all[i];
        for (int j = i + 1; j < BODIES; j++) {
            struct body *b = &all[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double square = dx * dx + dy * dy + dz * dz;
            double scale = dt / (square * root(square));
            a->vx -= dx * b->mass * scale;
            a->vy -= dy * b->mass * scale;
            a->vz -= dz * b->mass * scale;
            b->vx += dx * a->mass * scale;
            b->vy += dy * a->mass * scale;
            b->vz += dz * a->mass * scale;
        }
    }
    for (int i = 0; i < BODIES; i++) {
        all[i].x += dt * all[i].vx;
        all[i].y += dt * all[i].vy;
        all[i].z += dt * all[i].vz;
    }
}

static double energy(const struct body *all)
{
    double sum = 0;
    for (int i = 0; i < BODIES; i++) {
        const struct body *a = &all[i];
        sum += a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz) / 2;
        for (int j = i + 1; j < BODIES; j++) {
            double dx = a->x - all[j].x, dy = a->y - all[j].y, dz = a->z - all[j].z;
            sum -= a->mass * all[j].mass / root(dx * dx + dy * dy + dz * dz);
        }
    }
    return sum;
}

int main(void)
{
    for (int i = 0; i < 2000000; i++) advance(bodies, 0.001);
    printf("fp-bodies %.12f\n", energy(bodies));
    return 0;
}
