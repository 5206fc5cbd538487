#include <sys/sem.h>
#include "../internal/arguments.h"
#include "../internal/sys.h"

int semget(key_t key, int count, int flags)
{
    return (int)SYSTEM_CALL3(semget, key, count, flags);
}

int semop(int id, struct sembuf *operations, size_t count)
{
    return (int)SYSTEM_CALL4(semtimedop, id, operations, count, NULL);
}

int semtimedop(int id, struct sembuf *operations, size_t count, const struct timespec *limit)
{
    return (int)SYSTEM_CALL4(semtimedop, id, operations, count, limit);
}

/* amd64's kernel has gaps between the times. */
struct semid_spread {
    struct ipc_perm perm;
    time_t otime, gap1, ctime, gap2;
    unsigned long nsems, room[2];
};

static long semctl_status(int id, int number, int command, struct semid_ds *status)
{
    struct semid_spread spread;
    long answer;

    spread.perm = status->sem_perm;
    answer = __system_call(SYS_semctl, id, number, command, (long)&spread, 0, 0);
    if (answer >= 0 && command == IPC_STAT) {
        status->sem_perm = spread.perm;
        status->sem_otime = spread.otime;
        status->sem_ctime = spread.ctime;
        status->sem_nsems = spread.nsems;
    }
    return answer;
}

/* The fourth argument, a union of an int and pointers, is a word in every case, and there is none where it does not matter. */
int semctl(int id, int number, int command, ...)
{
    va_list arguments;
    long word;

    va_start(arguments, command);
    word = ARGUMENT_WORD(arguments);
    va_end(arguments);
    if (command == SETVAL) word = (int)word;
    if ((command == IPC_STAT || command == IPC_SET) && sys_machine() == SYS_MACHINE_AMD64)
        return (int)__sys_result(semctl_status(id, number, command, (struct semid_ds *)word));
    return (int)SYSTEM_CALL4(semctl, id, number, command, word);
}
