/* abort ends the program by a signal; a handler runs first and cannot prevent it. */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void handler(int number)
{
    (void)number;
    write(1, "handler\n", 8);
}

int main(void)
{
    int status = 0, child = fork();

    if (child == 0) {
        signal(SIGABRT, handler);
        abort();
    }
    if (waitpid(child, &status, 0) != child)
        return 1;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? 0 : 2;
}
