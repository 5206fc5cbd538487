#include <stdarg.h>
#include <stdio.h>

struct small { int a, b; };
struct large { long a, b, c; double d; };

/* The format has a letter for each argument. */
static void show(const char *format, ...)
{
    va_list list, again;
    double sum = 0;

    va_start(list, format);
    va_copy(again, list);
    for (; *format; format++)
        switch (*format) {
        case 'i': printf(" %d", va_arg(list, int)); break;
        case 'l': printf(" %lld", va_arg(list, long long)); break;
        case 'd': printf(" %g", va_arg(list, double)); break;
        case 'D': printf(" %g", (double)va_arg(list, long double)); break;
        case 'p': printf(" %s", va_arg(list, char *)); break;
        case 's': {
            struct small s = va_arg(list, struct small);
            printf(" {%d %d}", s.a, s.b);
            break;
        }
        case 'L': {
            struct large s = va_arg(list, struct large);
            printf(" {%ld %ld %ld %g}", s.a, s.b, s.c, s.d);
            break;
        }
        }
    printf(" | %d\n", va_arg(again, int));
    va_end(again);
    va_end(list);
}

static int sum(int count, ...)
{
    va_list list;
    int result = 0;

    va_start(list, count);
    while (count-- > 0)
        result += va_arg(list, int);
    va_end(list);
    return result;
}

int main(void)
{
    struct small s = { 3, 4 };
    struct large l = { 5, 6, 7, 8.5 };

    show("iiiiiiiiiiii", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    show("idididididididididid", 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5);
    show("iplDd", -1, "text", -1234567890123LL, 2.25L, 1e100);
    show("isLsi", 1, s, l, s, 2);
    printf("%d\n", sum(20, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20));
    return 0;
}
