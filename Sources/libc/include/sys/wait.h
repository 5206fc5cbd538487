#ifndef _MINICC_LIBC_SYS_WAIT_H
#define _MINICC_LIBC_SYS_WAIT_H

#include <features.h>
#include <bits/siginfo_t.h>
#include <bits/wait_status.h>
#include <signal.h>
#include <sys/types.h>

struct rusage;

typedef enum { P_ALL, P_PID, P_PGID, P_PIDFD } idtype_t;

pid_t wait(int *status);
pid_t waitpid(pid_t pid, int *status, int options);
int waitid(idtype_t type, id_t id, siginfo_t *information, int options);
pid_t wait3(int *status, int options, struct rusage *usage);
pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);

#endif
