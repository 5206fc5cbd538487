/* Each process has its own floating point registers and thread-local variables, whoever runs in between. */
#include <math.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static __thread int own = 5;

static double work(double x)
{
    double a = x, b = x * 2, c = x * 3, d = x * 5, e = x * 7, f = x * 11;

    for (int k = 0; k < 300000; k++) {
        a = a * 0.999 + sqrt(b);
        b = b * 0.998 + sqrt(c);
        c = c * 0.997 + sqrt(d);
        d = d * 0.996 + sqrt(e);
        e = e * 0.995 + sqrt(f);
        f = f * 0.994 + sqrt(a);
    }
    return a + b + c + d + e + f + own;
}

int main(void)
{
    int failed = 0, status;

    for (int k = 0; k < 6; k++)
        if (fork() == 0) {
            double alone, first;

            own += k;
            first = work(k + 1);
            for (int round = 0; round < 4; round++) {
                alone = work(k + 1);
                if (alone != first || own != 5 + k)
                    _exit(1);
            }
            _exit(0);
        }
    while (wait(&status) > 0)
        failed += status != 0;
    printf("%d failed, own is %d\n", failed, own);
    return 0;
}
