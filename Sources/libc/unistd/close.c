#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __close(int fd)
{
    return (int)__sys_result(sys_close(fd));
}
PUBLIC_NAME(close);
