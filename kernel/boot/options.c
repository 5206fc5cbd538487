/* The command line's words. */
#include "arch.h"
#include "base.h"
#include "boot.h"

struct options options;

/* A word's value if it begins with this name and =. */
static const char *value_of(const char *word, const char *name)
{
    if (!starts_with(word, name) || word[string_length(name)] != '=') return NULL;
    return word + string_length(name) + 1;
}

static void add(const char **list, u64 size, const char *word)
{
    u64 i;

    for (i = 0; list[i]; i++)
        ;
    if (i + 1 < size) list[i] = word;
    else log_line(LOG_ERROR, "too many words on the command line: %s is left out", word);
}

static void read_word(const char *word)
{
    const char *value;

    if ((value = value_of(word, "init"))) options.init = value;
    else if ((value = value_of(word, "results"))) options.results = value;
    else if ((value = value_of(word, "loglevel"))) log_level = parse_number(value);
    else if (strings_equal(word, "debug")) log_level = LOG_DEBUG;
    else if (strings_equal(word, "trace=syscalls")) options.trace_calls = 1;
    else if (strings_equal(word, "serial=off")) options.serial_is_off = 1;
    else if ((value = value_of(word, "fault"))) options.fault = value;
    else if ((value = value_of(word, "time"))) options.wall_seconds = parse_number(value);
    else if ((value = value_of(word, "refuse"))) options.refuse = parse_number(value);
    else if ((value = value_of(word, "memory"))) options.memory_limit = parse_number(value) << 20;
    else {
        if ((value = value_of(word, "COLUMNS"))) options.columns = parse_number(value);
        if ((value = value_of(word, "LINES"))) options.rows = parse_number(value);
        value = word;
        while (*value && *value != '=') value++;
        if (*value) add(options.environment, COUNT_OF(options.environment), word);
        else log_line(LOG_BOOT, "nothing is meant by '%s' on the command line", word);
    }
}

void options_read(void)
{
    char *at = boot_info.command_line;
    char *word;
    int for_init = 0;

    options.init = "/init";
    options.text = at;
    add(options.environment, COUNT_OF(options.environment), "HOME=/");
    add(options.environment, COUNT_OF(options.environment), "PATH=/bin:/usr/bin:/sbin:/usr/sbin");
    add(options.environment, COUNT_OF(options.environment), "TERM=linux");
    for (;;) {
        while (*at == ' ') at++;
        options.text_length = at - options.text;
        if (!*at) return;
        word = at;
        while (*at && *at != ' ') at++;
        if (*at) *at++ = 0;
        if (for_init) add(options.arguments, COUNT_OF(options.arguments), word);
        else if (strings_equal(word, "--")) for_init = 1;
        else read_word(word);
    }
}
