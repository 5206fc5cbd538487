#include <fcntl.h>
#include "../internal/arguments.h"
#include "../internal/names.h"
#include "../internal/sys.h"

int __open(const char *path, int flags, ...)
{
    int mode = 0;

    if (flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY))) {
        va_list arguments;
        va_start(arguments, flags);
        mode = (int)ARGUMENT_WORD(arguments);
        va_end(arguments);
    }
    return (int)__sys_result(sys_open(path, __open_flags(flags), mode));
}
PUBLIC_NAME(open);
