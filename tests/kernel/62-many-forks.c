/* More processes than the machine has room for: fork says so, and everything is well afterwards. */
#include "check.h"

int main(void)
{
    int go[2], count = 0, ended = 0;
    char byte;
    pid_t child;

    GIVES(0, pipe(go));
    fflush(stdout);
    while (count < 40000 && (child = fork()) >= 0) {
        if (child == 0) {
            close(go[1]);
            read(go[0], &byte, 1);
            _exit(0);
        }
        count++;
    }
    HOLDS(count == 40000 || errno == EAGAIN || errno == ENOMEM);
    HOLDS(count > 100);
    close(go[1]);
    while (wait(NULL) > 0)
        ended++;
    HOLDS(ended == count);
    HOLDS(ending_of((void (*)(void))abort) == 128 + SIGABRT);
    return finish();
}
