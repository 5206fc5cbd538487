#include <fcntl.h>
#include <stdio.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int rename(const char *from, const char *to)
{
    return (int)__sys_result(sys_renameat2(AT_FDCWD, from, AT_FDCWD, to, 0));
}

int __renameat(int from_directory, const char *from, int to_directory, const char *to)
{
    return (int)__sys_result(sys_renameat2(from_directory, from, to_directory, to, 0));
}
PUBLIC_NAME(renameat);

int __renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned int flags)
{
    return (int)__sys_result(sys_renameat2(from_directory, from, to_directory, to, flags));
}
PUBLIC_NAME(renameat2);
