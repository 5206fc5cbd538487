#include <errno.h>
#include "../internal/file.h"
#include "../internal/messages.h"

void perror(const char *text)
{
    /* What strerror gave before stays as it is. */
    char room[ERROR_TEXT_SIZE];
    const char *reason = __error_text(errno, room);

    if (text && *text) {
        fputs(text, stderr);
        fputs(": ", stderr);
    }
    fputs(reason, stderr);
    fputs("\n", stderr);
}
