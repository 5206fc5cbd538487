#include <getopt.h>
#include "../internal/getopt.h"

int getopt_long(int count, char *const arguments[], const char *options,
                const struct option *long_options, int *which)
{
    return __getopt(count, arguments, options, long_options, which, 0);
}

int getopt_long_only(int count, char *const arguments[], const char *options,
                     const struct option *long_options, int *which)
{
    return __getopt(count, arguments, options, long_options, which, 1);
}
