#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __execve(const char *path, char *const arguments[], char *const environment[])
{
    return (int)__sys_result(sys_execve(path, arguments, environment));
}
PUBLIC_NAME(execve);

int __execv(const char *path, char *const arguments[])
{
    return __execve(path, arguments, environ);
}
PUBLIC_NAME(execv);
