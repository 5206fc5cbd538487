#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/getopt.h"
#include "../internal/names.h"

INNER_NAME(write);

/* Where the scan stands inside a group of short options, "-abc". */
static const char *getopt_at;
/* Arguments that are not options and were passed over: they stand before optind, from here on. */
static int getopt_skipped_first, getopt_skipped_end;

/* Nobody wants to read of errors if the option characters begin with a colon. */
struct getopt_message {
    const char *program;
    int wanted;
};

static void getopt_say(const struct getopt_message *message, const char *text, size_t size)
{
    if (message->wanted)
        __write(STDERR_FILENO, text, size);
}

static void getopt_complain(const struct getopt_message *message, const char *before, const char *prefix, const char *name,
                            size_t size, const char *after)
{
    getopt_say(message, message->program, strlen(message->program));
    getopt_say(message, before, strlen(before));
    getopt_say(message, prefix, strlen(prefix));
    getopt_say(message, name, size);
    getopt_say(message, after, strlen(after));
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

enum { GETOPT_NONE = -1, GETOPT_AMBIGUOUS = -2 };

/* The long option with this name or, if there is only one, this beginning of a name. */
static int getopt_find(const struct option *long_options, const char *name, size_t size, int single)
{
    int found = GETOPT_NONE, index;
    const struct option *option;

    for (index = 0; long_options[index].name; index++) {
        option = &long_options[index];
        if (strncmp(option->name, name, size) != 0)
            continue;
        if (strlen(option->name) == size)
            return index;
        if (found == GETOPT_NONE)
            found = index;
        else if (found >= 0 && (single || option->has_arg != long_options[found].has_arg ||
                                option->flag != long_options[found].flag || option->val != long_options[found].val))
            found = GETOPT_AMBIGUOUS;
    }
    return found;
}

/* What __getopt is called with, and how to complain. */
struct getopt_call {
    int count;
    char *const *arguments;
    const char *options;
    const struct option *long_options;
    int *which;
    int single, quiet_colon;
    struct getopt_message message;
};

/* Text is NAME or NAME=VALUE, prefix what stood before it. GETOPT_NONE if it may be short options. */
static int getopt_long_option(const struct getopt_call *call, const char *text, const char *prefix)
{
    size_t size = strcspn(text, "=");
    int index = getopt_find(call->long_options, text, size, call->single);
    const struct option *option;

    if (index == GETOPT_NONE && call->single && *prefix && !prefix[1] && strchr(call->options, *text))
        return GETOPT_NONE;
    optind++;
    if (index == GETOPT_AMBIGUOUS) {
        const char *end = "; possibilities:";
        getopt_complain(&call->message, ": option '", prefix, text, strlen(text), "' is ambiguous");
        for (option = call->long_options; option->name; option++)
            if (strncmp(option->name, text, size) == 0) {
                getopt_say(&call->message, end, strlen(end));
                end = "'";
                getopt_say(&call->message, " '", 2);
                getopt_say(&call->message, prefix, strlen(prefix));
                getopt_say(&call->message, option->name, strlen(option->name));
            }
        getopt_say(&call->message, "'\n", 2);
        optopt = 0;
        return '?';
    }
    if (index == GETOPT_NONE) {
        getopt_complain(&call->message, ": unrecognized option '", prefix, text, strlen(text), "'\n");
        optopt = 0;
        return '?';
    }
    option = &call->long_options[index];
    if (text[size] == '=') {
        if (option->has_arg == no_argument) {
            optopt = option->val;
            getopt_complain(&call->message, ": option '", prefix, option->name, strlen(option->name),
                            "' doesn't allow an argument\n");
            return '?';
        }
        optarg = (char *)text + size + 1;
    } else if (option->has_arg == required_argument) {
        if (optind >= call->count) {
            optopt = option->val;
            getopt_complain(&call->message, ": option '", prefix, option->name, strlen(option->name),
                            "' requires an argument\n");
            return call->quiet_colon ? ':' : '?';
        }
        optarg = call->arguments[optind++];
    }
    if (call->which)
        *call->which = index;
    if (option->flag) {
        *option->flag = option->val;
        return 0;
    }
    return option->val;
}

int __getopt(int count, char *const arguments[], const char *options,
             const struct option *long_options, int *which, int single)
{
    /* '+' stops at the first argument that is no option, '-' gives it as an option 1; else options may
       come later and are moved to the front. */
    int order = *options == '+' || *options == '-' ? *options : getenv("POSIXLY_CORRECT") ? '+' : 0;
    struct getopt_call call;
    const char *known;
    int c;

    if (*options == '+' || *options == '-')
        options++;
    call.quiet_colon = *options == ':';
    if (call.quiet_colon)
        options++;
    call.count = count;
    call.arguments = arguments;
    call.options = options;
    call.long_options = long_options;
    call.which = which;
    call.single = single;
    call.message.program = arguments[0];
    call.message.wanted = opterr && !call.quiet_colon;
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
            return getopt_long_option(&call, argument + 2, "--");
        if (long_options && single && (argument[2] || !strchr(options, argument[1]))) {
            c = getopt_long_option(&call, argument + 1, "-");
            if (c != GETOPT_NONE)
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
        getopt_complain(&call.message, ": invalid option -- '", "", &name, 1, "'\n");
        return '?';
    }
    /* "W;": -W name is --name. */
    if (known[1] == ':' || (c == 'W' && known[1] == ';' && long_options)) {
        if (*getopt_at) {
            optarg = (char *)getopt_at;
            if (known[1] == ':')
                optind++;
        } else if (known[1] == ';' || known[2] != ':') {
            if (optind >= count) {
                char name = (char)c;
                optopt = c;
                getopt_at = NULL;
                getopt_complain(&call.message, ": option requires an argument -- '", "", &name, 1, "'\n");
                return call.quiet_colon ? ':' : '?';
            }
            optarg = arguments[optind];
            if (known[1] == ':')
                optind++;
        }
        getopt_at = NULL;
        if (known[1] == ';') {
            const char *name = optarg;
            optarg = NULL;
            return getopt_long_option(&call, name, "-W ");
        }
    }
    return c;
}
