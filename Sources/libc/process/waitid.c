#include <sys/wait.h>
#include "../internal/sys.h"

int waitid(idtype_t type, id_t id, siginfo_t *information, int options)
{
    return (int)SYSTEM_CALL5(waitid, type, id, information, options, NULL);
}
