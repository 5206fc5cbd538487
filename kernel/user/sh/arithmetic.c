#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

/* $((…)): the operators of C on longs, with names for variables; no assignments. */

static const char *at;
static int is_wrong;

static void skip_blanks(void)
{
    while (isspace((unsigned char)*at))
        at++;
}

static int take(const char *operator)
{
    skip_blanks();
    if (strncmp(at, operator, strlen(operator)) != 0)
        return 0;
    at += strlen(operator);
    return 1;
}

static long binary(int level);

static long unary(void)
{
    char name[64];
    size_t length = 0;
    const char *value;
    char *end;
    long number;

    if (take("-"))
        return (long)(0 - (unsigned long)unary());
    if (take("+"))
        return unary();
    if (take("!"))
        return !unary();
    if (take("~"))
        return ~unary();
    if (take("(")) {
        number = binary(0);
        is_wrong |= !take(")");
        return number;
    }
    if (isdigit((unsigned char)*at)) {
        number = strtol(at, &end, 0);
        at = end;
        return number;
    }
    if (*at == '$')
        at++;
    while ((isalnum((unsigned char)*at) || *at == '_') && length + 1 < sizeof name)
        name[length++] = *at++;
    name[length] = 0;
    is_wrong |= length == 0;
    value = variable(name);
    return value ? strtol(value, NULL, 0) : 0;
}

/* From the loosest to the tightest; of two on a level with the same beginning the longer comes first. */
static const char *const levels[][5] = {
    { "||" }, { "&&" }, { "|" }, { "^" }, { "&" }, { "==", "!=" }, { "<=", ">=", "<", ">" }, { "<<", ">>" }, { "+", "-" }, { "*", "/", "%" }
};
enum { LEVELS = sizeof levels / sizeof levels[0] };

static long apply(const char *operator, long a, long b)
{
    unsigned long x = (unsigned long)a, y = (unsigned long)b;

    switch (operator[0] + (operator[1] << 8)) {
    case '|' + ('|' << 8): return a || b;
    case '&' + ('&' << 8): return a && b;
    case '=' + ('=' << 8): return a == b;
    case '!' + ('=' << 8): return a != b;
    case '<' + ('=' << 8): return a <= b;
    case '>' + ('=' << 8): return a >= b;
    case '<' + ('<' << 8): return (long)(x << (y & 63));
    case '>' + ('>' << 8): return a >> (y & 63);
    case '<': return a < b;
    case '>': return a > b;
    case '|': return a | b;
    case '^': return a ^ b;
    case '&': return a & b;
    case '+': return (long)(x + y);
    case '-': return (long)(x - y);
    case '*': return (long)(x * y);
    }
    if (b == 0) {
        is_wrong = 1;
        return 0;
    }
    if (b == -1)
        return operator[0] == '/' ? (long)(0 - x) : 0;
    return operator[0] == '/' ? a / b : a % b;
}

/* The operator of this level that comes next, and not a longer one of another level. */
static const char *next_operator(int level)
{
    skip_blanks();
    for (int k = 0; levels[level][k]; k++) {
        const char *operator = levels[level][k];
        size_t length = strlen(operator);

        if (strncmp(at, operator, length) != 0)
            continue;
        if (length == 1 && (at[1] == at[0] || at[1] == '=') && strchr("|&<>", at[0]))
            continue;
        at += length;
        return operator;
    }
    return NULL;
}

static long binary(int level)
{
    const char *operator;
    long left;

    if (level == LEVELS)
        return unary();
    left = binary(level + 1);
    while ((operator = next_operator(level)))
        left = apply(operator, left, binary(level + 1));
    return left;
}

long arithmetic(const char *text)
{
    long value;

    at = text;
    is_wrong = 0;
    value = binary(0);
    skip_blanks();
    if (*at || is_wrong)
        fprintf(stderr, "sh: cannot compute %s\n", text);
    return *at || is_wrong ? 0 : value;
}
