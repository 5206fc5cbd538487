/* Regular expressions on text of UTF-8 and in the locale C: whether and where they match. fnmatch in C. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <locale.h>
#include <regex.h>
#include <string.h>
#include "random.h"

static const char *const parts[] = { "a", "b", "\xc3\xa9", "\xe2\x82\xac", ".", "*", "+", "?", "[a\xc3\xa9]", "[^\xc3\xa9]", "[[:alpha:]]",
    "[^[:alpha:]]", "(", ")", "|", "\\w", "\\W", "[a-c]", "{2}", "^", "$", "\\<", "\\>", "x\xc3\xa9*", "[[:punct:]]", "[[:space:]]" };
static const char *const texts[] = { "a", "b", "\xc3\xa9", "\xc3\x89", "\xe2\x82\xac", "x", " ", "\xf0\x9f\x98\x80", "A", "\xc3\xa0", "_",
    "\xe4\xb8\xad" };
static const char *const names[] = { "a", "b", "?", "*", "[ab]", "[!a]", "[a-c]", "[[:alpha:]]", "\\*", ".", "/", "x", "]" };
static const char *const files[] = { "a", "b", "c", ".", "/", "x", "*", "B" };

static void join(char *to, const char *const *from, int count, int most)
{
    int pieces = random_below(most) + 1;

    *to = 0;
    while (pieces-- > 0)
        strcat(to, from[random_below(count)]);
}

int main(int count, char **words)
{
    int cases = random_begin(count, words), i;

    for (i = 0; i < cases; i++) {
        char pattern[128], text[128];
        int flags = REG_EXTENDED;
        regex_t regex;
        regmatch_t match;
        setlocale(LC_ALL, random_below(4) ? "C.UTF-8" : "C");
        join(pattern, parts, sizeof parts / sizeof parts[0], 6);
        join(text, texts, sizeof texts / sizeof texts[0], 8);
        flags |= random_below(4) ? 0 : REG_ICASE;
        printf("%d %s in %s:", flags, pattern, text);
        if (regcomp(&regex, pattern, flags) != 0) {
            printf(" no pattern\n");
        } else {
            if (regexec(&regex, text, 1, &match, 0) == 0)
                printf(" %d-%d\n", (int)match.rm_so, (int)match.rm_eo);
            else
                printf(" no\n");
            regfree(&regex);
        }
        setlocale(LC_ALL, "C");
        join(pattern, names, sizeof names / sizeof names[0], 5);
        join(text, files, sizeof files / sizeof files[0], 6);
        flags = random_below(2) * FNM_CASEFOLD | random_below(2) * FNM_PATHNAME | random_below(2) * FNM_PERIOD
            | random_below(2) * FNM_NOESCAPE | random_below(2) * FNM_LEADING_DIR;
        printf("%d %s is %s: %d\n", flags, pattern, text, fnmatch(pattern, text, flags));
    }
    return 0;
}
