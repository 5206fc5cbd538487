#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stddef.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/spawn.h"
#include "../internal/sys.h"

INNER_NAME(execve);
INNER_NAME(execvpe);
INNER_NAME(sigismember);

/* The child tells what went wrong through a pipe that closes by itself when it becomes the program. */

/* 0, or minus the error. The pipe is moved away from a descriptor that an action uses. */
static long spawn_act(const struct __spawn_action *action, int *report)
{
    long fd;
    int used = action->kind == SPAWN_DUP ? action->to : action->fd;

    if (used == *report && action->kind != SPAWN_FCHDIR) {
        long moved = sys_fcntl(*report, F_DUPFD_CLOEXEC, used + 1);
        if (moved < 0) return moved;
        sys_close(*report);
        *report = (int)moved;
    }
    switch (action->kind) {
    case SPAWN_OPEN:
        fd = sys_open(action->path, __open_flags(action->flags), (int)action->mode);
        if (fd < 0 || fd == action->fd) return fd;
        used = (int)sys_dup3((int)fd, action->fd, 0);
        sys_close((int)fd);
        return used;
    case SPAWN_CLOSE:
        sys_close(action->fd);
        return 0;
    case SPAWN_DUP:
        /* One that stays where it is shall survive the exec. */
        if (action->fd == action->to) return sys_fcntl(action->fd, F_SETFD, 0);
        return sys_dup3(action->fd, action->to, 0);
    case SPAWN_CHDIR:
        return sys_chdir(action->path);
    default:
        return sys_fchdir(action->fd);
    }
}

static long spawn_prepare(const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, int *report)
{
    const struct __spawn_action *action;
    int flags = attributes ? attributes->__flags : 0, number;
    struct sched_param parameters;
    long answer = 0;

    if (flags & POSIX_SPAWN_SETSIGDEF)
        for (number = 1; number < NSIG; number++)
            if (__sigismember(&attributes->__defaults, number) == 1) signal(number, SIG_DFL);
    if (flags & POSIX_SPAWN_SETSID) answer = sys_setsid();
    if (answer >= 0 && flags & POSIX_SPAWN_SETPGROUP) answer = sys_setpgid(0, attributes->__group);
    if (flags & (POSIX_SPAWN_SETSCHEDPARAM | POSIX_SPAWN_SETSCHEDULER)) {
        parameters.sched_priority = attributes->__priority;
        if (answer >= 0)
            answer = flags & POSIX_SPAWN_SETSCHEDULER
                         ? __system_call(SYS_sched_setscheduler, 0, attributes->__policy, (long)&parameters, 0, 0, 0)
                         : __system_call(SYS_sched_setparam, 0, (long)&parameters, 0, 0, 0, 0);
    }
    if (flags & POSIX_SPAWN_RESETIDS) {
        if (answer >= 0) answer = sys_setgid((int)sys_getgid());
        if (answer >= 0) answer = sys_setuid((int)sys_getuid());
    }
    for (action = actions ? actions->__first : NULL; action && answer >= 0; action = action->next)
        answer = spawn_act(action, report);
    if (answer >= 0 && flags & POSIX_SPAWN_SETSIGMASK)
        answer = sys_rt_sigprocmask(SIG_SETMASK, &attributes->__mask, NULL, sizeof attributes->__mask);
    return answer;
}

static int spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                 char *const arguments[], char *const environment[],
                 int (*execute)(const char *, char *const *, char *const *))
{
    int ends[2], error = 0;
    long child = sys_pipe2(ends, O_CLOEXEC), count;

    if (child < 0) return (int)-child;
    child = sys_clone(SIGCHLD, NULL, NULL, NULL, NULL);
    if (child == 0) {
        long answer;
        sys_close(ends[0]);
        answer = spawn_prepare(actions, attributes, &ends[1]);
        if (answer >= 0) {
            execute(path, arguments, environment);
            answer = -errno;
        }
        error = (int)-answer;
        sys_write(ends[1], &error, sizeof error);
        _exit(127);
    }
    sys_close(ends[1]);
    if (child < 0) {
        error = (int)-child;
    } else {
        do count = sys_read(ends[0], &error, sizeof error);
        while (count == -EINTR);
        if (count == (long)sizeof error) sys_wait4((int)child, NULL, 0, NULL);
        else error = 0;
    }
    sys_close(ends[0]);
    if (!error && pid) *pid = (pid_t)child;
    return error;
}

int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                char *const arguments[], char *const environment[])
{
    return spawn(pid, path, actions, attributes, arguments, environment, __execve);
}

int posix_spawnp(pid_t *pid, const char *name, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                 char *const arguments[], char *const environment[])
{
    return spawn(pid, name, actions, attributes, arguments, environment, __execvpe);
}
