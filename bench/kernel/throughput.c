/* /init of the kernel's bench: says that it is here, then how fast pipes, files and processes are, in machine time. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PIPE_BYTES = 64 << 20, FILE_BYTES = 64 << 20, PROCESSES = 2000, CALLS = 200000 };

static char block[65536];

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void report(const char *what, double amount, double start)
{
    printf("%s %.0f\n", what, amount / (now() - start));
    fflush(stdout);
}

int main(void)
{
    double start;
    int ends[2], fd;

    if (write(1, "init is here\n", 13) != 13)
        return 1;
    start = now();
    for (int k = 0; k < CALLS; k++)
        getppid();
    report("system-calls", CALLS, start);

    start = now();
    if (pipe(ends) != 0)
        return 1;
    if (fork() == 0) {
        for (long done = 0; done < PIPE_BYTES; done += (long)sizeof block)
            if (write(ends[1], block, sizeof block) != sizeof block)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    while (read(ends[0], block, sizeof block) > 0)
        ;
    wait(NULL);
    report("pipe-bytes", PIPE_BYTES, start);

    start = now();
    fd = open("/file", O_RDWR | O_CREAT | O_TRUNC, 0644);
    for (long done = 0; done < FILE_BYTES; done += (long)sizeof block)
        if (write(fd, block, sizeof block) != sizeof block)
            return 1;
    report("write-bytes", FILE_BYTES, start);
    start = now();
    lseek(fd, 0, SEEK_SET);
    while (read(fd, block, sizeof block) > 0)
        ;
    report("read-bytes", FILE_BYTES, start);

    start = now();
    for (int k = 0; k < PROCESSES; k++) {
        if (fork() == 0)
            _exit(0);
        wait(NULL);
    }
    report("processes", PROCESSES, start);
    return 0;
}
