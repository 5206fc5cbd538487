#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *shown = "lwc";

static void print(const long *counts, const char *name)
{
    for (int k = 0; k < 3; k++)
        if (strchr(shown, "lwc"[k]))
            printf(shown[1] ? "%8ld" : "%ld", counts[k]);
    printf(*name ? " %s\n" : "%s\n", name);
}

static void count_file(FILE *file, const char *name, long *total)
{
    long counts[3] = { 0, 0, 0 };
    int character, was_in_word = 0;

    while ((character = getc(file)) != EOF) {
        int is_in_word = !isspace(character);

        counts[0] += character == '\n';
        counts[1] += is_in_word && !was_in_word;
        counts[2]++;
        was_in_word = is_in_word;
    }
    for (int k = 0; k < 3; k++)
        total[k] += counts[k];
    print(counts, name);
}

/* wc [-lwc] [file…]: lines, words, bytes */
int main(int count, char **arguments)
{
    static char wanted[4];
    long total[3] = { 0, 0, 0 };
    int option, result = 0;

    while ((option = getopt(count, arguments, "lwc")) != -1) {
        if (option == '?')
            return 2;
        if (!strchr(wanted, option))
            wanted[strlen(wanted)] = (char)option;
        shown = wanted;
    }
    if (optind == count)
        count_file(stdin, "", total);
    for (int k = optind; k < count; k++) {
        FILE *file = fopen(arguments[k], "r");

        if (!file) {
            warn("%s", arguments[k]);
            result = 1;
            continue;
        }
        count_file(file, arguments[k], total);
        fclose(file);
    }
    if (count - optind > 1)
        print(total, "total");
    return result;
}
