/* Threads until there are no more: one process cannot take all places, an unprivileged user leaves some to root, and all come back. */
#include "threads.h"

static volatile int held, *told;

static void holds(void *argument)
{
    (void)argument;
    while (!held)
        futex(&held, F_WAIT | F_PRIVATE, 0, NULL, NULL, 0);
}

static int bomb(void)
{
    struct thread *t;
    int count = 0;

    while ((t = thread_memory(holds, NULL)) && thread_clone(T_FLAGS, t) > 0)
        count++;
    return count;
}

static void root_bomb(void)
{
    told[0] = bomb();
    told[1] = errno;
    pause();
}

static void user_bomb(void)
{
    if (setuid(1000) < 0)
        _exit(1);
    told[0] = bomb();
    told[1] = errno;
    pause();
}

static int child_runs(void)
{
    int status = -1;
    pid_t child = fork();

    if (child == 0)
        _exit(11);
    return child > 0 && waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 11;
}

static void run(void (*action)(void), int least, int most)
{
    int status;
    pid_t child;

    told[0] = told[1] = 0;
    child = fork();
    if (child == 0)
        action();
    HOLDS(child > 0);
    if (child < 0)
        return;
    while (!told[1])
        usleep(1000);
    usleep(30000);
    HOLDS(child_runs());
    HOLDS(told[0] >= least && told[0] <= most);
    GIVES(EAGAIN, told[1]);
    kill(child, SIGKILL);
    GIVES(child, waitpid(child, &status, 0));
}

int main(void)
{
    told = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int k = 0; k < 3; k++)
        run(root_bomb, 639, 639);
    run(user_bomb, 300, 511);
    for (int k = 0; k < 3; k++)
        run(root_bomb, 639, 639);
    return finish();
}
