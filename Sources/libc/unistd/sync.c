#include <unistd.h>
#include "../internal/sys.h"

void sync(void)
{
    sys_sync();
}
