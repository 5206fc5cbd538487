#include <errno.h>
#include <string.h>

int strerror_r(int number, char *buffer, size_t size)
{
    const char *message = strerror(number);

    return strlcpy(buffer, message, size) >= size ? ERANGE : 0;
}
