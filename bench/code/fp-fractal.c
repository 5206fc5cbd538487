/* Loops whose end floating-point comparisons decide, conversions to and from integers: the Mandelbrot set. */
#include <stdio.h>

static int turns(double cx, double cy)
{
    double x = 0, y = 0;
    int n = 0;
    while (n < 200 && x * x + y * y < 4) {
        double t = x * x - y * y + cx;
        y = 2 * x * y + cy;
        x = t;
        n++;
    }
    return n;
}

static float shade(float n, float phase)
{
    float f = n / 200.0f * 6.0f + phase;
    f -= (float)((int)(f / 2.0f) * 2);
    return f < 1.0f ? f : 2.0f - f;
}

int main(void)
{
    unsigned sum = 0;
    for (int py = 0; py < 1200; py++)
        for (int px = 0; px < 1200; px++) {
            int n = turns(px / 480.0 - 2, py / 480.0 - 1.25);
            unsigned red = (unsigned)(shade(n, 0.0f) * 255.0f), green = (unsigned)(shade(n, 0.5f) * 255.0f);
            sum = sum * 31 + (red << 8 | green);
        }
    printf("fp-fractal %u\n", sum);
    return 0;
}
