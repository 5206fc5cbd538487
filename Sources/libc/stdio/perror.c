#include <errno.h>
#include <string.h>
#include "../internal/file.h"

void perror(const char *text)
{
    const char *reason = strerror(errno);

    if (text && *text) {
        fputs(text, stderr);
        fputs(": ", stderr);
    }
    fputs(reason, stderr);
    fputs("\n", stderr);
}
