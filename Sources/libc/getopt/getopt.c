#include <getopt.h>
#include "../internal/getopt.h"

int getopt(int count, char *const arguments[], const char *options)
{
    return __getopt(count, arguments, options, 0, 0, 0);
}
