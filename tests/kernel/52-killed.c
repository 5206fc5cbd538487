/* A signal that the program sends itself. */
#include "check.h"

int main(void)
{
    write(1, "before\n", 7);
    write(2, "trouble\n", 8);
    kill(getpid(), SIGKILL);
    return 0;
}
