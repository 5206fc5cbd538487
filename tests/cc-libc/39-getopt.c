/* getopt and getopt_long: groups, arguments, permutation, abbreviations, flags, complaints. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

static int verbose;

static const struct option long_options[] = {
    { "help", no_argument, NULL, 'h' },
    { "output", required_argument, NULL, 'o' },
    { "color", optional_argument, NULL, 'c' },
    { "verbose", no_argument, &verbose, 5 },
    { "version", no_argument, NULL, 'V' },
    { NULL, 0, NULL, 0 }
};

static void run(const char *options, int with_long, const char *line)
{
    char copy[200], *arguments[20];
    int count = 0, c, which = -1, i;

    strcpy(copy, line);
    for (arguments[count] = strtok(copy, " "); arguments[count]; arguments[count] = strtok(NULL, " "))
        count++;
    optind = 0;
    opterr = 0;
    verbose = 0;
    printf("%s:", line);
    while ((c = with_long ? getopt_long(count, arguments, options, long_options, &which)
                          : getopt(count, arguments, options)) != -1) {
        if (c == '?' || c == ':')
            printf(" %c(%c)", c, optopt > 31 ? optopt : '.');
        else if (c == 0)
            printf(" [%s=%d]", long_options[which].name, verbose);
        else if (c == 1)
            printf(" arg");
        else
            printf(" %c", c);
        if (optarg)
            printf("=%s", optarg);
    }
    printf(" | %d:", optind);
    for (i = optind; i < count; i++)
        printf(" %s", arguments[i]);
    printf("\n");
}

int main(void)
{
    run("ab:c", 0, "prog -a -b value -c rest more");
    run("ab:c", 0, "prog -acbvalue rest");
    run("ab:c", 0, "prog -x -b");
    run(":ab:c", 0, "prog -x -b");
    run("ab:c", 0, "prog one -a two -c three");
    run("+ab:c", 0, "prog one -a two");
    run("-ab:c", 0, "prog one -a two");
    run("ab:c", 0, "prog -a -- -c");
    run("ab:c", 0, "prog one -a -- two -c");
    run("a::b", 0, "prog -a -b -avalue");
    run("ab", 0, "prog -");
    run("ho:c::", 1, "prog --help --output file --output=other -o third rest");
    run("ho:c::", 1, "prog --verb --out=x --color --color=red -c -cblue");
    run("ho:c::", 1, "prog --ver --nothing --help=no --output");
    run(":ho:c::", 1, "prog one --output two three --help four");
    run("ho:", 1, "prog a -h b --verbose c -- d -h");
    return 0;
}
