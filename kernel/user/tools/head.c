#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void copy(FILE *file, long lines)
{
    int character;

    while (lines > 0 && (character = getc(file)) != EOF) {
        putchar(character);
        lines -= character == '\n';
    }
}

/* head [-n lines] [file…] */
int main(int count, char **arguments)
{
    long lines = 10;
    int option, result = 0;

    while ((option = getopt(count, arguments, "n:")) != -1) {
        if (option == '?')
            return 2;
        lines = atol(optarg);
    }
    if (optind == count)
        copy(stdin, lines);
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
