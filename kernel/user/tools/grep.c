#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Patterns: . * ^ $ [a-z] [^a-z] and \ before a character that is meant itself. */

static int ignores_case;

/* The length of one element of the pattern: a character, an escaped one, a set. */
static size_t element(const char *pattern)
{
    size_t length;

    if (pattern[0] == '\\' && pattern[1])
        return 2;
    if (pattern[0] != '[')
        return 1;
    length = pattern[1] == '^' ? 2 : 1;
    if (pattern[length] == ']')
        length++;
    while (pattern[length] && pattern[length] != ']')
        length++;
    return pattern[length] ? length + 1 : length;
}

static int same(char a, char b)
{
    return a == b || (ignores_case && tolower((unsigned char)a) == tolower((unsigned char)b));
}

static int in_set(const char *set, const char *end, char character)
{
    int is_inverted = *set == '^', found = 0;

    for (set += is_inverted; set < end; set++) {
        if (set + 2 < end && set[1] == '-') {
            found |= set[0] <= character && character <= set[2];
            if (ignores_case)
                found |= set[0] <= tolower((unsigned char)character) && tolower((unsigned char)character) <= set[2];
            set += 2;
        } else
            found |= same(*set, character);
    }
    return found != is_inverted;
}

static int matches_element(const char *pattern, size_t length, char character)
{
    if (!character)
        return 0;
    if (pattern[0] == '[' && length > 1)
        return in_set(pattern + 1, pattern + length - 1, character);
    if (length == 2)
        return same(pattern[1], character);
    return pattern[0] == '.' || same(pattern[0], character);
}

static int matches_here(const char *pattern, const char *text)
{
    while (*pattern) {
        size_t length = element(pattern);

        if (pattern[0] == '$' && !pattern[1])
            return !*text;
        if (pattern[length] == '*') {
            const char *longest = text;

            while (matches_element(pattern, length, *longest))
                longest++;
            for (; longest >= text; longest--)
                if (matches_here(pattern + length + 1, longest))
                    return 1;
            return 0;
        }
        if (!matches_element(pattern, length, *text))
            return 0;
        pattern += length;
        text++;
    }
    return 1;
}

static int matches(const char *pattern, const char *text)
{
    if (*pattern == '^')
        return matches_here(pattern + 1, text);
    do
        if (matches_here(pattern, text))
            return 1;
    while (*text++);
    return 0;
}

/* grep [-cinqv] pattern [file…]: status 0 if there was a line, 1 if none, 2 after an error */
int main(int count, char **arguments)
{
    int counts = 0, numbers = 0, is_quiet = 0, is_inverted = 0, found = 0, failed = 0, option, first;
    const char *pattern;
    char *line = NULL;
    size_t room = 0;

    while ((option = getopt(count, arguments, "cinqv")) != -1)
        switch (option) {
        case 'c': counts = 1; break;
        case 'i': ignores_case = 1; break;
        case 'n': numbers = 1; break;
        case 'q': is_quiet = 1; break;
        case 'v': is_inverted = 1; break;
        default: return 2;
        }
    if (optind == count)
        errx(2, "usage: grep [-cinqv] pattern [file…]");
    pattern = arguments[optind];
    first = optind + 1;
    for (int k = first; k < count || k == first; k++) {
        FILE *file = k < count ? fopen(arguments[k], "r") : stdin;
        const char *name = count - first > 1 ? arguments[k] : NULL;
        long number = 0, hits = 0;

        if (!file) {
            warn("%s", arguments[k]);
            failed = 1;
            continue;
        }
        while (getline(&line, &room, file) >= 0) {
            number++;
            line[strcspn(line, "\n")] = 0;
            if (matches(pattern, line) == is_inverted)
                continue;
            found = 1;
            hits++;
            if (is_quiet)
                return 0;
            if (counts)
                continue;
            if (name)
                printf("%s:", name);
            if (numbers)
                printf("%ld:", number);
            puts(line);
        }
        if (counts && name)
            printf("%s:", name);
        if (counts)
            printf("%ld\n", hits);
        if (file != stdin)
            fclose(file);
    }
    return failed ? 2 : !found;
}
