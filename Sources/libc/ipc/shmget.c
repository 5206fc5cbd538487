#include <sys/shm.h>
#include "../internal/sys.h"

int shmget(key_t key, size_t size, int flags)
{
    return (int)SYSTEM_CALL3(shmget, key, size, flags);
}

void *shmat(int id, const void *address, int flags)
{
    return (void *)SYSTEM_CALL3(shmat, id, address, flags);
}

int shmdt(const void *address)
{
    return (int)SYSTEM_CALL1(shmdt, address);
}

int shmctl(int id, int command, struct shmid_ds *status)
{
    return (int)SYSTEM_CALL3(shmctl, id, command, status);
}
