/* A fixture that dies is reported with its signal; what it wrote before is kept. */
#include "check.h"

int main(void)
{
    volatile char *nowhere = NULL;

    printf("before\n");
    fflush(stdout);
    return *nowhere;
}
