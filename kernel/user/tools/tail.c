#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The last lines, in a ring. */
static int copy(FILE *file, long lines)
{
    char **ring = calloc((size_t)lines + 1, sizeof *ring);
    size_t *rooms = calloc((size_t)lines + 1, sizeof *rooms);
    long count = 0;

    if (!ring || !rooms)
        err(1, NULL);
    if (lines == 0)
        return 0;
    while (getline(&ring[count % lines], &rooms[count % lines], file) >= 0)
        count++;
    for (long k = count > lines ? count - lines : 0; k < count; k++)
        fputs(ring[k % lines], stdout);
    return 0;
}

/* tail [-n lines] [file…] */
int main(int count, char **arguments)
{
    long lines = 10;
    int option, result = 0;

    while ((option = getopt(count, arguments, "n:")) != -1) {
        if (option == '?')
            return 2;
        lines = atol(optarg);
        if (lines < 0)
            errx(2, "%s is not a number of lines", optarg);
    }
    if (optind == count)
        return copy(stdin, lines);
    for (int k = optind; k < count; k++) {
        FILE *file = fopen(arguments[k], "r");

        if (!file) {
            warn("%s", arguments[k]);
            result = 1;
            continue;
        }
        copy(file, lines);
        fclose(file);
    }
    return result;
}
