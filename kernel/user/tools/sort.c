#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_numeric, is_reverse, is_unique;

static int compare(const void *a, const void *b)
{
    const char *left = *(char *const *)a, *right = *(char *const *)b;
    int result = 0;

    if (is_numeric) {
        long x = atol(left), y = atol(right);

        result = (x > y) - (x < y);
    }
    if (result == 0)
        result = strcmp(left, right);
    return is_reverse ? -result : result;
}

/* sort [-nru] [file…] */
int main(int count, char **arguments)
{
    char **lines = NULL, *line = NULL;
    size_t line_count = 0, room = 0, line_room = 0;
    int option;

    while ((option = getopt(count, arguments, "nru")) != -1)
        switch (option) {
        case 'n': is_numeric = 1; break;
        case 'r': is_reverse = 1; break;
        case 'u': is_unique = 1; break;
        default: return 2;
        }
    for (int k = optind; k < count || k == optind; k++) {
        FILE *file = k < count ? fopen(arguments[k], "r") : stdin;

        if (!file)
            err(1, "%s", arguments[k]);
        while (getline(&line, &line_room, file) >= 0) {
            if (line_count == room) {
                room = room ? 2 * room : 1024;
                lines = realloc(lines, room * sizeof *lines);
            }
            line[strcspn(line, "\n")] = 0;
            if (!lines || !(lines[line_count++] = strdup(line)))
                err(1, NULL);
        }
        if (file != stdin)
            fclose(file);
    }
    if (line_count)
        qsort(lines, line_count, sizeof *lines, compare);
    for (size_t k = 0; k < line_count; k++)
        if (!is_unique || k == 0 || strcmp(lines[k], lines[k - 1]) != 0)
            puts(lines[k]);
    return 0;
}
