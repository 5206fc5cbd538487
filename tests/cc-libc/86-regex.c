/* Regular expressions: what matches, where the groups are, what is an error, and time that does not explode. */
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void try(const char *pattern, int flags, const char *text, int text_flags)
{
    regmatch_t matches[6];
    regex_t regex;
    int error = regcomp(&regex, pattern, flags);
    size_t i;

    printf("/%s/ %d", pattern, flags);
    if (error) {
        char message[64];

        regerror(error, &regex, message, sizeof message);
        printf(": %d %s\n", error, message);
        return;
    }
    error = regexec(&regex, text, 6, matches, text_flags);
    printf(" '%s' %d:", text, text_flags);
    if (error) printf(" %d", error);
    for (i = 0; !error && i <= regex.re_nsub && i < 6; i++) printf(" %d,%d", (int)matches[i].rm_so, (int)matches[i].rm_eo);
    printf("\n");
    regfree(&regex);
}

#define B(pattern, text) try(pattern, 0, text, 0)
#define E(pattern, text) try(pattern, REG_EXTENDED, text, 0)

static void long_ones(void)
{
    static const char *const patterns[] = { "(a*)*b", "(a|aa)+$", "(a?){40}a{40}", "(.*)(.*)(.*)x?", "((a|b)*c)*", "a{1,100}{1,20}b" };
    static char text[20001];
    size_t i;

    memset(text, 'a', 20000);
    for (i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
        regmatch_t match;
        regex_t regex;
        int error = regcomp(&regex, patterns[i], REG_EXTENDED);

        if (!error) error = regexec(&regex, text, 1, &match, 0);
        printf("%s %d", patterns[i], error);
        if (!error) printf(" %d,%d", (int)match.rm_so, (int)match.rm_eo);
        printf("\n");
        regfree(&regex);
    }
}

static void parts(void)
{
    regmatch_t match[2];
    regex_t regex;
    char small[8];
    size_t needed;

    regcomp(&regex, "b\\(c*\\)", 0);
    match[0].rm_so = 3;
    match[0].rm_eo = 7;
    printf("%d", regexec(&regex, "abcabccc", 2, match, REG_STARTEND));
    printf(" %d,%d %d,%d\n", (int)match[0].rm_so, (int)match[0].rm_eo, (int)match[1].rm_so, (int)match[1].rm_eo);
    regfree(&regex);
    printf("%d", regcomp(&regex, "^a", REG_NOSUB | REG_ICASE));
    printf(" %d", regexec(&regex, "Ab", 0, NULL, 0));
    printf(" %d\n", regexec(&regex, "Ab", 0, NULL, REG_NOTBOL));
    regfree(&regex);
    needed = regerror(REG_EBRACK, NULL, small, sizeof small);
    printf("%d %s\n", (int)needed, small);
}

int main(void)
{
    B("abc", "xxabcxx");
    B("", "abc");
    B("a*", "baaa");
    B("*a", "x*a");
    B("\\(*a\\)", "*a");
    B("^*a", "*a");
    B("a^b$c", "a^b$c");
    B("\\(^a\\)b$", "ab");
    B("a\\{2,3\\}", "xaaaaa");
    B("a\\{2\\}b", "aaab");
    B("a\\{,2\\}", "aaa");
    B("\\(ab\\)*\\1", "ababab");
    B("\\(.\\)\\(.\\)\\2\\1", "xabbay");
    B("^\\(.*\\)\\n\\1$", "anna");
    B("a\\|b\\+c\\?", "xbbbc");
    B("[]a]*", "a]b");
    B("[^]a]", "a]b");
    B("[a-c-]*", "ab-cd");
    B("[[:digit:][:upper:]_]*", "A1_b");
    B("[[.a.]-[.c.]]*", "abcd");
    B("[[=a=]b]*", "abc");
    B("a.c", "a\nc");
    B("\\.\\*\\[", "x.*[");
    B("\\<the\\>", "other the");
    B("\\bis\\b", "this is");
    B("s\\B", "is so");
    B("\\w\\w*\\W", "ab_1 c");
    E("a|ab|abc", "abcd");
    E("(a*)(ab)*(b*)", "abb");
    E("(a*)+", "b");
    E("(a|b)*", "abab");
    E("(a*)*", "aa");
    E("(a+|b+){2,3}", "aabba");
    E("x(y?z?)*w", "xyzyw");
    E("((a)|(b))+", "ac");
    E("()", "a");
    E("a||b", "b");
    E("^(.*),(.*),(.*)$", "a,b,c,d");
    E("([0-9]+)-([0-9]+)", "tel 555-1234.");
    E("a)", "a)");
    E("[0-9]{1,3}(\\.[0-9]{1,3}){3}", "at 192.168.0.1!");
    E("(.)\\1", "hello");
    E("^a|b$", "cb");
    E("a{0}b", "aab");
    E("(^|[^a-z])if($|[^a-z])", "x if y");
    try("hello", REG_ICASE, "say HeLLo", 0);
    try("[a-c]+x", REG_EXTENDED | REG_ICASE, "ABCX", 0);
    try("(a)\\1", REG_EXTENDED | REG_ICASE, "aA", 0);
    try("^b.", REG_NEWLINE, "a\nbc\n", 0);
    try("a$", REG_NEWLINE, "a\nb", 0);
    try("a.b", REG_NEWLINE, "a\nb", 0);
    try("a[^x]b", REG_NEWLINE, "a\nb", 0);
    try("^a", 0, "a", REG_NOTBOL);
    try("a$", 0, "a", REG_NOTEOL);
    B("\\(a", "");
    B("[a", "");
    B("[b-a]", "");
    B("[[:nothing:]]", "");
    B("a\\{2", "");
    B("a\\{3,2\\}", "");
    B("a\\{x\\}", "");
    B("\\1", "");
    B("a\\", "");
    E("*a", "");
    E("(a", "");
    E("a|*b", "");
    E("a{1", "");
    E("{2}", "");
    long_ones();
    parts();
    return 0;
}
