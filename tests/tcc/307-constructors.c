#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>

/* What the start code, exit and the assembly parts of the library do. */
static jmp_buf place;

__attribute__((constructor)) static void begin(void) { puts("constructor"); }
__attribute__((destructor)) static void end(void) { puts("destructor"); }
static void at_exit(void) { puts("atexit"); }

static void deep(int n)
{
    if (n == 0)
        longjmp(place, 7);
    deep(n - 1);
}

int main(int argc, char **argv, char **environment)
{
    int value = setjmp(place);

    if (value == 0)
        deep(10);
    printf("%d %d %s\n", value, argc, argv[1]);
    printf("%d\n", environment[0] != NULL && getenv("PATH") != NULL);
    atexit(at_exit);
    return 3;
}
