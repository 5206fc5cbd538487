/* abs, div, bsearch, rand's range, basename and dirname, ffs, swab, inttypes' names, limits. */
#include <float.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static int by_int(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int main(void)
{
    static const char *const paths[] = { "/usr/lib", "/usr/", "usr", "/", ".", "..", "", "a/b/c", "/a//b//" };
    int numbers[] = { 1, 3, 5, 7, 9, 11 }, i, low = 0;
    div_t d;
    ldiv_t l;

    printf("%d %ld %lld\n", abs(-5), labs(-5000000000), llabs(7));
    d = div(-17, 5);
    l = ldiv(17, -5);
    printf("%d %d %ld %ld\n", d.quot, d.rem, l.quot, l.rem);
    for (i = 0; i < 13; i++) {
        int *found = bsearch(&i, numbers, 6, sizeof i, by_int);
        printf("%d ", found ? (int)(found - numbers) : -1);
    }
    printf("\n");
    srand(1);
    for (i = 0; i < 1000; i++) {
        int r = rand();
        if (r < 0)
            return 1;
        low += r < RAND_MAX / 2;
    }
    printf("%d\n", low > 400 && low < 600);
    srand48(5);
    printf("%.10f", drand48());
    printf(" %ld", lrand48());
    printf(" %ld\n", mrand48());
    for (i = 0; i < (int)(sizeof paths / sizeof paths[0]); i++) {
        char a[20], b[20];
        strcpy(a, paths[i]);
        strcpy(b, paths[i]);
        printf("[%s] [%s] [%s]\n", paths[i], dirname(a), basename(b));
    }
    printf("%d %d %d\n", ffs(0), ffs(8), ffsll(1LL << 40));
    {
        char pairs[] = "badc", out[5] = "";
        swab(pairs, out, 4);
        printf("%s\n", out);
    }
    printf("%" PRId64 " %" PRIu32 " %" PRIx8 " %" PRIdPTR "\n", INT64_MIN, UINT32_MAX, (uint8_t)255, (intptr_t)-1);
    printf("%d %d %u %ld %lu\n", INT_MAX, SHRT_MIN, UINT_MAX, LONG_MIN, ULONG_MAX);
    printf("%g %g %g %d\n", DBL_MAX, DBL_EPSILON, (double)FLT_MIN, DBL_DIG);
    {
        struct pair { char c; long l; };
        printf("%d %d\n", (int)offsetof(struct pair, l), (int)sizeof(max_align_t) >= 8);
    }
    return 0;
}
