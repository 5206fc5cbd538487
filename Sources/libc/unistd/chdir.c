#include <unistd.h>
#include "../internal/sys.h"

int chdir(const char *path)
{
    return (int)__sys_result(sys_chdir(path));
}
