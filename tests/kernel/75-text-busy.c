/* A program that runs is not written, and what is open for writing does not run. */
#include "check.h"
#include <sys/mman.h>

static void copy_self(const char *from, const char *to)
{
    static char buffer[65536];
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755);
    long size;

    while ((size = read(in, buffer, sizeof buffer)) > 0)
        HOLDS(write(out, buffer, (size_t)size) == size);
    close(in);
    close(out);
}

static const char *program = "./program";

static void run(void)
{
    char *words[] = { "program", "end", NULL };

    execv(program, words);
    _exit(100 + errno);
}

int main(int argc, char **argv)
{
    int ready[2], end[2], fd, status;
    char *words[] = { "program", "wait", NULL }, byte, *at;
    pid_t child;

    if (argc > 1 && strcmp(argv[1], "end") == 0)
        return 7;
    if (argc > 1) {
        HOLDS(write(1, "r", 1) == 1 && read(0, &byte, 1) == 0);
        return 9;
    }
    copy_self(argv[0], "program");
    HOLDS(pipe(ready) == 0 && pipe(end) == 0);
    child = fork();
    if (child == 0) {
        dup2(ready[1], 1);
        dup2(end[0], 0);
        close(end[1]);
        execv("program", words);
        _exit(1);
    }
    close(end[0]);
    HOLDS(read(ready[0], &byte, 1) == 1);

    FAILS(ETXTBSY, open("program", O_WRONLY));
    FAILS(ETXTBSY, open("program", O_RDWR));
    FAILS(ETXTBSY, open("program", O_WRONLY | O_TRUNC));
    FAILS(ETXTBSY, truncate("program", 0));
    fd = open("program", O_RDONLY);
    HOLDS(fd >= 0);
    close(fd);
    /* Names are another matter. */
    GIVES(0, rename("program", "other"));
    copy_self("other", "program");
    GIVES(7, ending_of(run));
    close(end[1]);
    HOLDS(waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 9);
    fd = open("other", O_RDWR);
    HOLDS(fd >= 0);

    program = "./other";
    GIVES(100 + ETXTBSY, ending_of(run));
    /* A mapping of a file that was open for writing counts like the descriptor. */
    at = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    GIVES(100 + ETXTBSY, ending_of(run));
    munmap(at, 4096);
    GIVES(7, ending_of(run));
    make_file("script", "#!./other end\n");
    GIVES(0, chmod("script", 0755));
    program = "./script";
    GIVES(7, ending_of(run));
    fd = open("script", O_WRONLY);
    GIVES(100 + ETXTBSY, ending_of(run));
    close(fd);
    GIVES(7, ending_of(run));
    return finish();
}
