#include <sys/stat.h>
#include "../internal/sys.h"

mode_t umask(mode_t mask)
{
    return (mode_t)sys_umask((int)mask);
}
