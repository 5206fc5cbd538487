#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(write);

static char *assert_append(char *at, char *end, const char *text)
{
    while (*text && at < end)
        *at++ = *text++;
    return at;
}

/* Without stdio, so that assert costs a program little. */
void __assert_fail(const char *condition, const char *file, unsigned int line, const char *function)
{
    char message[512], digits[12];
    char *at = message, *end = message + sizeof message - 1;
    char *digit = digits + sizeof digits;

    *--digit = 0;
    do {
        *--digit = (char)('0' + line % 10);
        line /= 10;
    } while (line);

    at = assert_append(at, end, file);
    at = assert_append(at, end, ":");
    at = assert_append(at, end, digit);
    at = assert_append(at, end, ": ");
    if (function) {
        at = assert_append(at, end, function);
        at = assert_append(at, end, ": ");
    }
    at = assert_append(at, end, "Assertion `");
    at = assert_append(at, end, condition);
    at = assert_append(at, end, "' failed.");
    *at++ = '\n';
    __write(STDERR_FILENO, message, (size_t)(at - message));
    abort();
}
