/* Regular expressions and file name patterns by characters in UTF-8, by bytes in C. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>

static void match(const char *pattern, const char *text, int flags)
{
    regex_t regex;
    regmatch_t matches[3];
    int error = regcomp(&regex, pattern, flags), i;

    printf("%s in %s:", pattern, text);
    if (error) {
        printf(" no pattern\n");
        return;
    }
    error = regexec(&regex, text, 3, matches, 0);
    if (error)
        printf(" no");
    for (i = 0; !error && i < 3 && matches[i].rm_so >= 0; i++)
        printf(" %d-%d", (int)matches[i].rm_so, (int)matches[i].rm_eo);
    printf("\n");
    regfree(&regex);
}

static void match_all(void)
{
    match("^.$", "\u00e9", REG_EXTENDED);
    match("^.$", "\u20ac", REG_EXTENDED);
    match("^.{3}$", "a\u20ac\u00e9", REG_EXTENDED);
    match("x\u00e9*y", "x\u00e9\u00e9y", REG_EXTENDED);
    match("\u00e9+", "ab\u00e9\u00e9c", REG_EXTENDED);
    match("[\u00e9\u20ac]", "a\u20ac", REG_EXTENDED);
    match("[^\u00e9]", "\u00e9\u00e8", REG_EXTENDED);
    match("[^a]+", "a\u4e2d\u6587a", REG_EXTENDED);
    match("[[:alpha:]]+", "1\u00e9\u4e2dz2", REG_EXTENDED);
    match("[[:upper:]][[:lower:]]+", "\u00c9t\u00e9", REG_EXTENDED);
    match("\\w+", "--na\u00efve--", REG_EXTENDED);
    match("\\W", "\u00e9\u20ac", REG_EXTENDED);
    match("\\b\u00e9", "a\u00e9 \u00e9", REG_EXTENDED);
    match("\\<.\\>", "aa \u00e9 b", REG_EXTENDED);
    match("\u00c9T\u00c9", "\u00e9t\u00e9", REG_EXTENDED | REG_ICASE);
    match("[\u00c9]", "\u00e9", REG_EXTENDED | REG_ICASE);
    match("(.)(.)", "\u00e9\u20ac", REG_EXTENDED);
    match("(\u00e9|e)*x", "e\u00e9x", REG_EXTENDED);
    match("\\(.\\)\\1", "a\u00e9\u00e9", 0);
    match("[[=\u00e9=]]", "\u00e9", REG_EXTENDED);
    match(".", "\xff", REG_EXTENDED);
    match("a.*b", "a\u00e9\u20acb", REG_EXTENDED);
}

static void name(const char *pattern, const char *text, int flags)
{
    printf("%s %s: %d\n", pattern, text, fnmatch(pattern, text, flags));
}

static void name_all(void)
{
    name("?", "\u00e9", 0);
    name("???", "\u20ac", 0);
    name("*\u00e9", "caf\u00e9", 0);
    name("[\u00e9]", "\u00e9", 0);
    name("[!a]", "\u4e2d", 0);
    name("[[:alpha:]]", "\u00e9", 0);
    name("[[:punct:]]", "\u20ac", 0);
    name("\u00c9*", "\u00e9t\u00e9", FNM_CASEFOLD);
    name("\\\u00e9", "\u00e9", 0);
    name("*[\u20ac]", "a\u00e9\u20ac", 0);
}

int main(void)
{
    match_all();
    name_all();
    setlocale(LC_ALL, "C.UTF-8");
    match_all();
    name_all();
    match("[\u00e0-\u00fc]+", "z\u00e9\u00fb\u0153", REG_EXTENDED);
    match("[^\u00e0-\u00fc]", "\u00e9z", REG_EXTENDED);
    return 0;
}
