/* As many fork and exit in a row as the argument says: nothing is lost on the way. */
#include "check.h"

static long free_memory(void)
{
    char line[128];
    long kilobytes = 0;
    FILE *file = fopen("/proc/meminfo", "r");

    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "MemFree: %ld", &kilobytes) == 1)
            break;
    if (file)
        fclose(file);
    return kilobytes;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 1000, before = 0, after;
    int status;

    for (long k = 0; k < count; k++) {
        pid_t child = fork();

        if (child == 0)
            _exit(k % 251);
        if (child < 0 || waitpid(child, &status, 0) != child || WEXITSTATUS(status) != k % 251) {
            printf("number %ld: %s\n", k, strerror(errno));
            return 1;
        }
        /* By then everything is there that is made once. */
        if (k == 100)
            before = free_memory();
    }
    after = free_memory();
    if (before == 0 || after < before - 64)
        printf("%ld KiB were free, %ld are\n", before, after);
    return finish();
}
