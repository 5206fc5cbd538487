#include <sys/msg.h>
#include "../internal/sys.h"

int msgget(key_t key, int flags)
{
    return (int)SYSTEM_CALL2(msgget, key, flags);
}

int msgsnd(int id, const void *message, size_t size, int flags)
{
    return (int)SYSTEM_CALL4(msgsnd, id, message, size, flags);
}

ssize_t msgrcv(int id, void *message, size_t size, long type, int flags)
{
    return SYSTEM_CALL5(msgrcv, id, message, size, type, flags);
}

int msgctl(int id, int command, struct msqid_ds *status)
{
    return (int)SYSTEM_CALL3(msgctl, id, command, status);
}
