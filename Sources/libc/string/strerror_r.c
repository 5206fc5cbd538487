#include <errno.h>
#include <string.h>
#include "../internal/messages.h"
#include "../internal/names.h"

INNER_NAME(strlcpy);

int strerror_r(int number, char *buffer, size_t size)
{
    char room[ERROR_TEXT_SIZE];

    return __strlcpy(buffer, __error_text(number, room), size) >= size ? ERANGE : 0;
}
