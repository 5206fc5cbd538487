#include <fcntl.h>
#include <stdarg.h>
#include "../internal/sys.h"

int openat(int directory, const char *path, int flags, ...)
{
    int mode = 0;

    if (flags & O_CREAT) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, int);
        va_end(arguments);
    }
    return (int)__sys_result(sys_openat(directory, path, __open_flags(flags), mode));
}
