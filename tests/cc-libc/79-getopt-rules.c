/* getopt, getopt_long and getopt_long_only: messages of all kinds, and what they make of thousands of random command lines. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned long state = 7, hash;
static int flag;

static const struct option long_options[] = {
    {"alpha", no_argument, NULL, 'A'}, {"alpine", no_argument, NULL, 'I'}, {"beta", required_argument, NULL, 'B'},
    {"gamma", optional_argument, NULL, 'G'}, {"verbose", no_argument, &flag, 5}, {"version", no_argument, NULL, 'V'},
    {"flag", no_argument, &flag, 1}, {"a", no_argument, NULL, '1'}, {NULL, 0, NULL, 0},
};

static int below(int limit)
{
    state = state * 6364136223846793005UL + 1442695040888963407UL;
    return (int)((state >> 33) % (unsigned long)limit);
}

static void note(const char *text)
{
    while (*text)
        hash = (hash ^ (unsigned char)*text++) * 0x100000001b3UL;
    hash = (hash ^ 0xff) * 0x100000001b3UL;
}

static void run(int kind, const char *options, int count, char **arguments, int shown)
{
    char line[100];
    int c, index;

    optind = 0;
    flag = 0;
    do {
        index = -7;
        c = kind == 0 ? getopt(count, arguments, options)
            : kind == 1 ? getopt_long(count, arguments, options, long_options, &index)
            : getopt_long_only(count, arguments, options, long_options, &index);
        if (c == '?' || c == ':')
            snprintf(line, sizeof line, "%d %d %d", c, optopt, optind);
        else
            snprintf(line, sizeof line, "%d %s %d %d", c, c != -1 && optarg ? optarg : "-", c == -1 ? 0 : index, optind);
        note(line);
        if (shown)
            printf("%s\n", line);
        fflush(stdout);
    } while (c != -1);
    for (index = 1; index < count; index++)
        note(arguments[index]);
    hash += (unsigned long)flag;
}

static void show(int kind, const char *options, const char *first, const char *second)
{
    char program[] = "prog", one[40], two[40], *arguments[4];

    arguments[0] = program;
    arguments[1] = strcpy(one, first);
    arguments[2] = second ? strcpy(two, second) : NULL;
    arguments[3] = NULL;
    printf("kind %d: %s %s\n", kind, first, second ? second : "");
    fflush(stdout);
    run(kind, options, second ? 3 : 2, arguments, 1);
}

int main(void)
{
    static const char *const words[] = {
        "-a", "-b", "-bx", "-c", "-cval", "-ab", "-abc", "--", "-", "--alpha", "--al", "--beta=3", "--beta", "--bet", "--gamma",
        "--gamma=7", "--ga=", "x", "yy", "z", "-W", "foo", "--alp=1", "--nope", "-d", "-dq", "--verbose", "--ver", "-alpha", "-beta",
        "-al", "-Walpha", "--flag", "-1", "-a-b", "",
    };
    static const char *const option_sets[] = {
        "abc:d::", "+abc:d::", "-abc:d::", ":abc:d::", "+:abc:d", "-:abc:d::W;", "abc:W;", "", "a-b", ":",
    };
    int turn, i;

    dup2(STDOUT_FILENO, STDERR_FILENO);
    show(1, "ab:", "--al", NULL);
    show(2, "ab:", "-ver", NULL);
    show(1, "ab:", "--nope=3", NULL);
    show(2, "ab:", "-nope", "-q");
    show(2, "ab:", "-ax", "x");
    show(1, "ab:", "--alpha=3", NULL);
    show(1, "ab:", "--beta", NULL);
    show(1, ":ab:", "--beta", NULL);
    show(2, "ab:", "-beta", NULL);
    show(0, "ab:", "-b", NULL);
    show(0, "ab:", "-q", NULL);
    show(1, "aW;", "-W", "beta=4");
    show(1, "aW;", "-Wnope", "-W");
    opterr = 0;
    for (turn = 0; turn < 4000; turn++) {
        static char copies[10][20];
        char *arguments[12];
        int count = 1 + below(8);

        for (i = 0; i < count; i++)
            arguments[i] = strcpy(copies[i], words[below(sizeof words / sizeof *words)]);
        arguments[count] = NULL;
        if (below(10) == 0)
            setenv("POSIXLY_CORRECT", "1", 1);
        else
            unsetenv("POSIXLY_CORRECT");
        i = below(3);
        run(i, option_sets[below(sizeof option_sets / sizeof *option_sets)], count, arguments, 0);
        if (turn % 500 == 499)
            printf("%d %lx\n", turn, hash);
    }
    return 0;
}
