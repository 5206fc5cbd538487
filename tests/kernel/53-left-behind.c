/* Processes that a fixture leaves behind, even outside of its group, are gone before the next one. 54 looks for them. */
#include "check.h"

int main(void)
{
    for (int k = 0; k < 5; k++)
        if (fork() == 0) {
            setsid();
            signal(SIGTERM, SIG_IGN);
            for (;;)
                sleep(1000);
        }
    return 0;
}
