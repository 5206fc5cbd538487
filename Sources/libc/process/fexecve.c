#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include "../internal/sys.h"

int fexecve(int fd, char *const arguments[], char *const environment[])
{
    return (int)SYSTEM_CALL5(execveat, fd, "", arguments, environment, AT_EMPTY_PATH);
}
