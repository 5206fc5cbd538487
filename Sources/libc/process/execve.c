#include <unistd.h>
#include "../internal/sys.h"

int execve(const char *path, char *const arguments[], char *const environment[])
{
    return (int)__sys_result(sys_execve(path, arguments, environment));
}

int execv(const char *path, char *const arguments[])
{
    return execve(path, arguments, environ);
}
