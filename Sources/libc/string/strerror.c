#include <string.h>
#include "../internal/messages.h"

const char *__error_text(int number, char *room)
{
    const char *message = __error_message(number);
    char *at = room + ERROR_TEXT_SIZE - 1;
    unsigned int rest = number < 0 ? 0u - (unsigned int)number : (unsigned int)number;

    if (message)
        return message;
    *at = 0;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0)
        *--at = '-';
    at -= sizeof "Unknown error " - 1;
    return memcpy(at, "Unknown error ", sizeof "Unknown error " - 1);
}

char *strerror(int number)
{
    static char room[ERROR_TEXT_SIZE];

    return (char *)__error_text(number, room);
}
