/* atexit functions run last first, after main returns; streams are flushed after them. */
#include <stdio.h>
#include <stdlib.h>

static int count;

static void first(void)
{
    printf("first registered, last run; %d before\n", count);
}

static void counted(void)
{
    count++;
}

static void late(void)
{
    printf("registered while exiting\n");
}

static void last(void)
{
    printf("last registered, first run\n");
    atexit(late);
}

int main(void)
{
    int i;

    atexit(first);
    for (i = 0; i < 100; i++)
        if (atexit(counted) != 0)
            return 1;
    atexit(last);
    printf("main returns\n");
    return 3;
}
