#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The size that the whole text takes, of which as much is copied as there is room for; 0: no such name. */
size_t confstr(int name, char *text, size_t size)
{
    const char *value;

    switch (name) {
    case _CS_PATH:
        value = "/bin:/usr/bin";
        break;
    case _CS_V6_WIDTH_RESTRICTED_ENVS:
        value = "POSIX_V6_LP64_OFF64";
        break;
    case _CS_V7_WIDTH_RESTRICTED_ENVS:
        value = "POSIX_V7_LP64_OFF64";
        break;
    case _CS_V6_ENV:
    case _CS_V7_ENV:
        value = "POSIXLY_CORRECT=1";
        break;
    case _CS_POSIX_V6_LP64_OFF64_CFLAGS:
    case _CS_POSIX_V6_LP64_OFF64_LDFLAGS:
    case _CS_POSIX_V6_LP64_OFF64_LIBS:
    case _CS_POSIX_V7_LP64_OFF64_CFLAGS:
    case _CS_POSIX_V7_LP64_OFF64_LDFLAGS:
    case _CS_POSIX_V7_LP64_OFF64_LIBS:
        value = "";
        break;
    default:
        errno = EINVAL;
        return 0;
    }
    if (text && size) {
        strncpy(text, value, size - 1);
        text[size - 1] = 0;
    }
    return strlen(value) + 1;
}
