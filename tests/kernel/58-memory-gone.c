/* Memory ends while a child runs in its parent's memory, and in the middle of system calls: who took it is ended. */
#include "check.h"
#include <sys/mman.h>

#define MUCH (1l << 30)

static char *take_addresses(void)
{
    char *area = mmap(NULL, MUCH, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    HOLDS(area != MAP_FAILED);
    return area;
}

static void touch_all(char *area)
{
    for (long k = 0; k < MUCH; k += 4096)
        area[k] = 1;
}

static void in_vfork(void)
{
    char *area = take_addresses();

    /* Our library's vfork is fork. The parent must not go on, whatever the child makes of their stack. */
    if (syscall(SYS_clone, 0x4100l | SIGCHLD, 0l, 0l, 0l, 0l) == 0) {
        touch_all(area);
        syscall(SYS_exit, 0l);
    }
}

/* The kernel writes the pages, not the program. */
static void in_read(void)
{
    char *area = take_addresses();
    int fd = open("/dev/zero", O_RDONLY);
    long done = 0, got;

    while (done < MUCH && (got = read(fd, area + done, 1 << 20)) > 0)
        done += got;
    _exit(done == MUCH ? 1 : 2);
}

static void in_pipe(void)
{
    char *area = take_addresses();
    int ends[2];

    HOLDS(pipe(ends) == 0);
    if (fork() == 0)
        for (;;)
            if (write(ends[1], "0123456789abcdef", 16) != 16)
                _exit(0);
    for (long k = 0; k + 4096 <= MUCH; k += 4096)
        if (read(ends[0], area + k, 16) <= 0)
            break;
    touch_all(area);
    _exit(1);
}

int main(void)
{
    static void (*const takers[])(void) = { in_vfork, in_read, in_pipe };

    for (int k = 0; k < 6; k++) {
        int status = ending_of(takers[k % 3]);

        if (status != 128 + SIGKILL)
            printf("taker %d ended with %d\n", k % 3, status);
    }
    return finish();
}
