/* Process 1 is neither stopped nor killed. */
#include "check.h"

int main(void)
{
    char state[64] = "";
    FILE *file;

    GIVES(0, kill(1, SIGSTOP));
    GIVES(0, kill(1, SIGTSTP));
    GIVES(0, kill(1, SIGKILL));
    usleep(50000);
    file = fopen("/proc/1/status", "r");
    while (file && fgets(state, sizeof state, file) && strncmp(state, "State:", 6) != 0)
        ;
    HOLDS(strncmp(state, "State:\tT", 8) != 0);
    return finish();
}
