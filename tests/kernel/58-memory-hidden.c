/* Memory ends by what no page of the program shows: tables for zeros that were only read, memory that another process holds. */
#include "check.h"
#include <sys/mman.h>
#include <sys/prctl.h>

static void map_tables(void)
{
    /* A page of tables for each touch; the machine has less memory than that. */
    for (int k = 0; k < 40; k++) {
        volatile char *area = mmap(NULL, 1l << 32, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

        if (area == MAP_FAILED)
            _exit(1);
        for (long at = 0; at < 1l << 32; at += 1 << 21)
            (void)area[at];
    }
    _exit(2);
}

/* The child has the memory, and no page of it. It is the largest as well, until it ends with its parent. */
static void hide_behind_child(void)
{
    char *area = mmap(NULL, 1l << 34, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (area == MAP_FAILED)
        _exit(1);
    if (fork() == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;)
            pause();
    }
    for (long at = 0; at < 1l << 34; at += 4096)
        area[at] = 1;
    _exit(2);
}

int main(void)
{
    int status;
    pid_t bystander = fork();

    if (bystander == 0) {
        char *own = malloc(8 << 20);

        memset(own, 'x', 8 << 20);
        for (;;)
            pause();
    }
    for (int k = 0; k < 2; k++) {
        GIVES(128 + SIGKILL, ending_of(map_tables));
        GIVES(128 + SIGKILL, ending_of(hide_behind_child));
        /* The child's turn to end. */
        usleep(100000);
    }
    GIVES(0, waitpid(bystander, &status, WNOHANG));
    kill(bystander, SIGKILL);
    waitpid(bystander, &status, 0);
    return finish();
}
