/* System V's shared memory, semaphores and messages. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

union argument {
    int val;
    struct semid_ds *buf;
    unsigned short *array;
};

int main(void)
{
    struct shmid_ds memory;
    struct semid_ds semaphores;
    struct msqid_ds queue;
    struct sembuf operation = { 0, -1, 0 };
    union argument argument;
    unsigned short values[2] = { 0, 5 };
    struct {
        long type;
        char text[16];
    } message = { 3, "hello" };
    int id, sets, messages, *shared;

    id = shmget(IPC_PRIVATE, 8192, IPC_CREAT | 0600);
    shared = shmat(id, NULL, 0);
    printf("%d\n", shared != (void *)-1);
    printf("%d", shmctl(id, IPC_STAT, &memory));
    printf(" %d %d %o %d\n", (int)memory.shm_segsz, (int)memory.shm_nattch, memory.shm_perm.mode & 0777, memory.shm_cpid == getpid());
    sets = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600);
    argument.array = values;
    printf("%d\n", semctl(sets, 0, SETALL, argument));
    if (fork() == 0) {
        shared[1] = 77;
        operation.sem_op = 1;
        semop(sets, &operation, 1);
        _exit(0);
    }
    printf("%d\n", semop(sets, &operation, 1));
    printf("%d\n", shared[1]);
    wait(NULL);
    argument.val = 9;
    printf("%d", semctl(sets, 1, SETVAL, argument));
    printf(" %d\n", semctl(sets, 1, GETVAL));
    operation.sem_flg = IPC_NOWAIT;
    printf("%d\n", semop(sets, &operation, 1) == -1 && errno == EAGAIN);
    memset(&semaphores, 1, sizeof semaphores);
    argument.buf = &semaphores;
    printf("%d", semctl(sets, 0, IPC_STAT, argument));
    printf(" %d %d %d\n", (int)semaphores.sem_nsems, semaphores.sem_otime > 1000000, semaphores.sem_ctime > 1000000);
    semaphores.sem_perm.mode = 0640;
    printf("%d", semctl(sets, 0, IPC_SET, argument));
    semctl(sets, 0, IPC_STAT, argument);
    printf(" %o\n", semaphores.sem_perm.mode & 0777);
    messages = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
    printf("%d\n", msgsnd(messages, &message, 6, 0));
    printf("%d", msgctl(messages, IPC_STAT, &queue));
    printf(" %d\n", (int)queue.msg_qnum);
    memset(&message, 0, sizeof message);
    printf("%d", (int)msgrcv(messages, &message, sizeof message.text, 3, 0));
    printf(" %ld %s\n", message.type, message.text);
    printf("%d\n", msgrcv(messages, &message, sizeof message.text, 0, IPC_NOWAIT) == -1 && errno == ENOMSG);
    printf("%d %d %d\n", shmdt(shared), shmctl(id, IPC_RMID, NULL), msgctl(messages, IPC_RMID, NULL));
    printf("%d\n", semctl(sets, 0, IPC_RMID));
    printf("%d %d\n", ftok(".", 5) == ftok(".", 5) && (ftok(".", 5) >> 24) == 5, ftok("nonesuch", 5));
    return 0;
}
