#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/getopt.h"

/* Where the scan stands inside a group of short options, "-abc". */
static const char *getopt_at;
/* Arguments that are not options and were passed over: they stand before optind, from here on. */
static int getopt_skipped_first, getopt_skipped_end;

static void getopt_complain(char *const arguments[], const char *before, const char *name,
                            size_t size, const char *after)
{
    if (!opterr)
        return;
    write(STDERR_FILENO, arguments[0], strlen(arguments[0]));
    write(STDERR_FILENO, before, strlen(before));
    write(STDERR_FILENO, name, size);
    write(STDERR_FILENO, after, strlen(after));
}

/* Moves the arguments from skipped_end to optind before those that were passed over. */
static void getopt_exchange(char **arguments)
{
    int options = optind - getopt_skipped_end, i, j;

    for (i = 0; i < options; i++) {
        char *option = arguments[getopt_skipped_end + i];
        for (j = getopt_skipped_end + i; j > getopt_skipped_first + i; j--)
            arguments[j] = arguments[j - 1];
        arguments[j] = option;
    }
    getopt_skipped_first += options;
    getopt_skipped_end = optind;
}

static int getopt_long_option(int count, char *const arguments[], const char *text, int quiet_colon,
                              const struct option *long_options, int *which, int dashes)
{
    size_t size = strcspn(text, "=");
    int found = -1, matches = 0, exact = 0, index;

    for (index = 0; long_options[index].name; index++) {
        if (strncmp(long_options[index].name, text, size) != 0)
            continue;
        if (strlen(long_options[index].name) == size) {
            found = index;
            exact = 1;
            break;
        }
        if (found >= 0 && long_options[index].has_arg == long_options[found].has_arg
            && long_options[index].flag == long_options[found].flag
            && long_options[index].val == long_options[found].val)
            continue;
        found = index;
        matches++;
    }
    if (!exact && matches == 0 && dashes == 1)
        return -2;
    optind++;
    if (!exact && matches != 1) {
        optopt = 0;
        if (matches > 1)
            getopt_complain(arguments, ": option '--", text, size, "' is ambiguous\n");
        else
            getopt_complain(arguments, ": unrecognized option '--", text, size, "'\n");
        return '?';
    }
    if (text[size] == '=') {
        if (long_options[found].has_arg == no_argument) {
            optopt = long_options[found].val;
            getopt_complain(arguments, ": option '--", text, size, "' doesn't allow an argument\n");
            return '?';
        }
        optarg = (char *)text + size + 1;
    } else if (long_options[found].has_arg == required_argument) {
        if (optind >= count) {
            optopt = long_options[found].val;
            if (!quiet_colon)
                getopt_complain(arguments, ": option '--", text, size, "' requires an argument\n");
            return quiet_colon ? ':' : '?';
        }
        optarg = arguments[optind++];
    }
    if (which)
        *which = found;
    if (long_options[found].flag) {
        *long_options[found].flag = long_options[found].val;
        return 0;
    }
    return long_options[found].val;
}

int __getopt(int count, char *const arguments[], const char *options,
             const struct option *long_options, int *which, int single)
{
    /* '+' stops at the first argument that is no option, '-' gives it as an option 1; else options may
       come later and are moved to the front. */
    int order = *options == '+' || (!long_options && getenv("POSIXLY_CORRECT")) ? '+'
        : *options == '-' ? '-' : 0;
    int quiet_colon, c;
    const char *known;

    if (*options == '+' || *options == '-')
        options++;
    quiet_colon = *options == ':';
    if (quiet_colon)
        options++;
    optarg = NULL;
    if (optind == 0) {
        optind = 1;
        getopt_at = NULL;
        getopt_skipped_first = getopt_skipped_end = 1;
    }
    if (getopt_skipped_end == 0 || getopt_skipped_end > optind)
        getopt_skipped_first = getopt_skipped_end = optind;

    if (!getopt_at || !*getopt_at) {
        const char *argument;
        getopt_at = NULL;
        if (!order) {
            if (getopt_skipped_first != getopt_skipped_end && getopt_skipped_end != optind)
                getopt_exchange((char **)arguments);
            else if (getopt_skipped_end != optind)
                getopt_skipped_first = optind;
            while (optind < count && (arguments[optind][0] != '-' || arguments[optind][1] == 0))
                optind++;
            getopt_skipped_end = optind;
        }
        if (optind < count && strcmp(arguments[optind], "--") == 0) {
            optind++;
            if (getopt_skipped_first != getopt_skipped_end && getopt_skipped_end != optind)
                getopt_exchange((char **)arguments);
            else if (getopt_skipped_first == getopt_skipped_end)
                getopt_skipped_first = optind;
            getopt_skipped_end = count;
            optind = count;
        }
        if (optind >= count) {
            if (getopt_skipped_first != getopt_skipped_end)
                optind = getopt_skipped_first;
            return -1;
        }
        argument = arguments[optind];
        if (argument[0] != '-' || argument[1] == 0) {
            if (order == '+')
                return -1;
            optarg = arguments[optind++];
            return 1;
        }
        if (long_options && argument[1] == '-')
            return getopt_long_option(count, arguments, argument + 2, quiet_colon, long_options,
                                      which, 2);
        if (long_options && single && (argument[2] || !strchr(options, argument[1]))) {
            c = getopt_long_option(count, arguments, argument + 1, quiet_colon, long_options, which, 1);
            if (c != -2)
                return c;
        }
        getopt_at = argument + 1;
    }

    c = (unsigned char)*getopt_at++;
    known = c == ':' || c == ';' ? NULL : strchr(options, c);
    if (!*getopt_at)
        optind++;
    if (!known) {
        char name = (char)c;
        optopt = c;
        if (!quiet_colon)
            getopt_complain(arguments, ": invalid option -- '", &name, 1, "'\n");
        return '?';
    }
    if (known[1] == ':') {
        if (*getopt_at) {
            optarg = (char *)getopt_at;
            optind++;
        } else if (known[2] != ':') {
            if (optind >= count) {
                char name = (char)c;
                optopt = c;
                getopt_at = NULL;
                if (!quiet_colon)
                    getopt_complain(arguments, ": option requires an argument -- '", &name, 1, "'\n");
                return quiet_colon ? ':' : '?';
            }
            optarg = arguments[optind++];
        }
        getopt_at = NULL;
    }
    return c;
}
