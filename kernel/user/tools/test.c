#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* test and [: ! ( ) -a -o, comparisons of texts and numbers, and questions about files. */

static char **at;

static int either(void);

static long number(const char *text)
{
    char *end;
    long value = strtol(text, &end, 10);

    if (*end || end == text)
        errx(2, "%s is not a number", text);
    return value;
}

static int about_file(char question, const char *path)
{
    struct stat status;

    if (question == 'L' || question == 'h')
        return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
    if (question == 't')
        return isatty(atoi(path));
    if (strchr("rwx", question))
        return access(path, question == 'r' ? R_OK : question == 'w' ? W_OK : X_OK) == 0;
    if (stat(path, &status) != 0)
        return 0;
    switch (question) {
    case 'f': return S_ISREG(status.st_mode);
    case 'd': return S_ISDIR(status.st_mode);
    case 'p': return S_ISFIFO(status.st_mode);
    case 'c': return S_ISCHR(status.st_mode);
    case 's': return status.st_size > 0;
    }
    return 1;
}

/* 0 or 1, or -1 if it is no comparison. */
static int compare(const char *left, const char *operator, const char *right)
{
    static const char *const operators[] = { "-eq", "-ne", "-lt", "-le", "-gt", "-ge", NULL };
    int k = 0;

    if (strcmp(operator, "=") == 0 || strcmp(operator, "==") == 0)
        return strcmp(left, right) == 0;
    if (strcmp(operator, "!=") == 0)
        return strcmp(left, right) != 0;
    while (operators[k] && strcmp(operators[k], operator) != 0)
        k++;
    switch (k) {
    case 0: return number(left) == number(right);
    case 1: return number(left) != number(right);
    case 2: return number(left) < number(right);
    case 3: return number(left) <= number(right);
    case 4: return number(left) > number(right);
    case 5: return number(left) >= number(right);
    }
    return -1;
}

static int primary(void)
{
    char *word = *at;
    int result;

    if (!word)
        errx(2, "something is missing");
    if (at[1] && at[2] && (result = compare(word, at[1], at[2])) >= 0) {
        at += 3;
        return result;
    }
    at++;
    if (strcmp(word, "!") == 0 && *at)
        return !primary();
    if (strcmp(word, "(") == 0 && *at) {
        result = either();
        if (!*at || strcmp(*at, ")") != 0)
            errx(2, ") is missing");
        at++;
        return result;
    }
    if (word[0] == '-' && word[1] && !word[2] && *at) {
        if (word[1] == 'n' || word[1] == 'z')
            return (**at++ == 0) == (word[1] == 'z');
        if (strchr("defhLprstwxc", word[1]))
            return about_file(word[1], *at++);
    }
    return *word != 0;
}

static int both(void)
{
    int result = primary();

    while (*at && strcmp(*at, "-a") == 0) {
        at++;
        result &= primary();
    }
    return result;
}

static int either(void)
{
    int result = both();

    while (*at && strcmp(*at, "-o") == 0) {
        at++;
        result |= both();
    }
    return result;
}

int main(int count, char **arguments)
{
    const char *name = strrchr(arguments[0], '/');
    int result;

    if (strcmp(name ? name + 1 : arguments[0], "[") == 0) {
        if (strcmp(arguments[count - 1], "]") != 0)
            errx(2, "] is missing");
        arguments[--count] = NULL;
    }
    if (count < 2)
        return 1;
    at = arguments + 1;
    result = either();
    if (*at)
        errx(2, "%s does not belong here", *at);
    return !result;
}
