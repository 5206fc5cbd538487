#include <string.h>
#include "../internal/messages.h"

/* For numbers that have no message: at least the number is said. */
static char strerror_unknown[32];

char *strerror(int number)
{
    const char *message = __error_message(number);
    char *at = strerror_unknown + sizeof strerror_unknown - 1;
    unsigned int rest = number < 0 ? 0u - (unsigned int)number : (unsigned int)number;

    if (message)
        return (char *)message;
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
