/* exit ends the program with its status, also from a function, and does not come back. */
#include <stdlib.h>

static void leave(int status)
{
    exit(status);
}

int main(void)
{
    leave(42);
    return 1;
}
