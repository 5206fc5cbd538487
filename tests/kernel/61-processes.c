/* Many processes at once, all alive and all collected. */
#include "check.h"

enum { MOST = 200 };

int main(void)
{
    pid_t children[MOST];
    int go[2], count, sum = 0, status;
    char byte;

    GIVES(0, pipe(go));
    fflush(stdout);
    for (count = 0; count < MOST; count++) {
        children[count] = fork();
        if (children[count] < 0)
            break;
        if (children[count] == 0) {
            close(go[1]);
            read(go[0], &byte, 1);
            _exit(count % 100);
        }
    }
    HOLDS(count == MOST);
    for (int k = 0; k < count; k++)
        HOLDS(kill(children[k], 0) == 0);
    /* The end of the pipe lets them all go. */
    close(go[1]);
    for (int k = 0; k < count; k++) {
        GIVES(children[k], waitpid(children[k], &status, 0));
        sum += WEXITSTATUS(status);
    }
    HOLDS(sum == 9900);
    FAILS(ECHILD, wait(NULL));
    return finish();
}
