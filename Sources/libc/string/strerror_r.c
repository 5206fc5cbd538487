#include <errno.h>
#include <string.h>
#include "../internal/messages.h"

int strerror_r(int number, char *buffer, size_t size)
{
    char room[ERROR_TEXT_SIZE];

    return strlcpy(buffer, __error_text(number, room), size) >= size ? ERANGE : 0;
}
