/* Constructors run before main and may use the library; destructors after main and after atexit's functions. */
#include <stdio.h>
#include <stdlib.h>

static char *made;

__attribute__((constructor)) static void before(void)
{
    made = malloc(20);
    snprintf(made, 20, "ready");
    printf("constructor\n");
}

__attribute__((destructor)) static void after(void)
{
    printf("destructor\n");
}

static void leave(void)
{
    printf("atexit\n");
}

int main(void)
{
    atexit(leave);
    printf("main: %s\n", made);
    return 0;
}
