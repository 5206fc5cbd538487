/* fork exec wait exit, ids, limits. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "paths.h"
#include "process.h"
#include "system.h"

/* ---- Making processes ---- */

static s64 fork(u64 flags)
{
    struct clone_request r = { 0 };

    r.flags = flags;
    r.exit_signal = SIGCHLD;
    return clone_process(&r);
}

s64 call_fork(u64 *a)
{
    (void)a;
    return fork(0);
}

s64 call_vfork(u64 *a)
{
    (void)a;
    return fork(CLONE_VM | CLONE_VFORK);
}

/* The arguments of clone3 as the program has them; more may follow, but must be nothing. */
struct clone_arguments {
    u64 flags, process_fd, child_tid, parent_tid, exit_signal, stack, stack_size, tls;
    u64 set_tid, set_tid_size, group_fd;
};

enum { CLONE_ARGUMENTS_FIRST = 64 };

static int arguments_fit(struct clone_arguments *c)
{
    if (c->flags & CLONE_SIGNAL || c->flags & CLONE_DETACHED || c->flags >> 33) return 0;
    if (c->set_tid || c->set_tid_size || c->exit_signal > SIGNALS) return 0;
    if (c->flags & (CLONE_THREAD | CLONE_PARENT) && c->exit_signal) return 0;
    return !c->stack == !c->stack_size && range_fits(c->stack, c->stack_size, 0, USER_TOP);
}

s64 call_clone3(u64 *a)
{
    struct clone_arguments c;
    struct clone_request r;
    u64 size = a[1], own = size < sizeof c ? size : sizeof c;
    s64 error;

    if (size > PAGE_SIZE) return -E2BIG;
    if (size < CLONE_ARGUMENTS_FIRST) return -EINVAL;
    error = rest_is_nothing(a[0] + own, size - own);
    if (error) return error;
    clear_bytes(&c, sizeof c);
    if (copy_in(&c, a[0], own) < 0) return -EFAULT;
    if (!arguments_fit(&c)) return -EINVAL;
    r.flags = c.flags;
    r.exit_signal = c.exit_signal;
    r.stack = c.stack ? c.stack + c.stack_size : 0;
    r.parent_tid = c.parent_tid;
    r.process_fd = c.process_fd;
    r.child_tid = c.child_tid;
    r.tls = c.tls;
    return clone_process(&r);
}

s64 call_clone(u64 *a)
{
    struct clone_request r;

    r.flags = a[0] & 0xffffffff & ~CLONE_SIGNAL;
    r.exit_signal = (a[0] & CLONE_SIGNAL) <= SIGNALS ? a[0] & CLONE_SIGNAL : 0;
    r.stack = a[1];
    r.parent_tid = r.process_fd = a[2];
    r.child_tid = a[CLONE_CHILD_ARGUMENT];
    r.tls = a[CLONE_TLS_ARGUMENT];
    if (r.flags & CLONE_PIDFD && r.flags & CLONE_PARENT_SETTID) return -EINVAL;
    return clone_process(&r);
}

static int collect(struct strings *s, u64 argv, u64 envp)
{
    int error = strings_add_user(s, argv);

    /* A program finds an argv[0] in any case. */
    if (!error && !strings_count(s)) error = strings_add(s, "");
    strings_end_arguments(s);
    return error ? error : strings_add_user(s, envp);
}

s64 call_execve(u64 *a)
{
    struct strings *s;
    char *path;
    int error = 0;

    path = path_in(a[0], &error);
    if (!path) return error;
    s = strings_new();
    error = s ? collect(s, a[1], a[2]) : -ENOMEM;
    if (!error) error = exec_program(path, s);
    if (s) strings_free(s);
    release(path);
    return error ? error : KEEP_FRAME;
}

/* How the new program is told of what it was called by: a descriptor, and maybe a path from there. */
static void call_by_descriptor(char *called, int fd, const char *path)
{
    format_text(called, PATH_MAX, *path ? "/dev/fd/%d/%s" : "/dev/fd/%d", fd, path);
}

static int exec_at(int fd, const char *path, char *called, struct strings *s, int flags)
{
    struct inode *from, *file;
    int error = 0;

    from = start_folder(fd, path, &error);
    if (!from) return error;
    if (*path) error = path_find(from, path, !(flags & AT_SYMLINK_NOFOLLOW), &file);
    else {
        file = inode_hold(from);
        error = 0;
    }
    inode_release(from);
    if (error) return error;
    if (*path == '/' || fd == AT_FDCWD) copy_string(called, path, PATH_MAX);
    else call_by_descriptor(called, fd, path);
    error = is_link(file) ? -ELOOP : exec_opened(file, called, s, *path != '/' && fd != AT_FDCWD && descriptor_flags(fd) & FD_CLOEXEC);
    inode_release(file);
    return error;
}

s64 call_execveat(u64 *a)
{
    struct strings *s = NULL;
    char *path, *called;
    int error = 0;

    if ((u32)a[4] & ~(u32)(AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW)) return -EINVAL;
    path = a[4] & AT_EMPTY_PATH ? path_or_nothing_in(a[1], &error) : path_in(a[1], &error);
    if (!path) return error;
    called = allocate(PATH_MAX);
    s = called ? strings_new() : NULL;
    error = s ? collect(s, a[2], a[3]) : -ENOMEM;
    if (!error) error = exec_at(a[0], path, called, s, a[4]);
    if (s) strings_free(s);
    release(called);
    release(path);
    return error ? error : KEEP_FRAME;
}

s64 call_exit(u64 *a)
{
    exit_thread((a[0] & 0xff) << 8);
    return 0;
}

s64 call_exit_group(u64 *a)
{
    exit_process((a[0] & 0xff) << 8);
    return 0;
}

/* ---- Waiting ---- */

struct usage {
    s64 user_seconds, user_microseconds, system_seconds, system_microseconds, rest[14];
};

static s64 put_usage(u64 user, u64 ticks_user, u64 ticks_system)
{
    struct usage u;

    clear_bytes(&u, sizeof u);
    u.user_seconds = ticks_user / TICKS_PER_SECOND;
    u.user_microseconds = ticks_user % TICKS_PER_SECOND * (1000000 / TICKS_PER_SECOND);
    u.system_seconds = ticks_system / TICKS_PER_SECOND;
    u.system_microseconds = ticks_system % TICKS_PER_SECOND * (1000000 / TICKS_PER_SECOND);
    return copy_out(user, &u, sizeof u);
}

s64 call_wait4(u64 *a)
{
    int id = a[0], options = a[2], status = 0, code = 0, kind = P_PID;
    u64 child_ticks = 0;
    s64 result;

    if (options & ~(WNOHANG | WUNTRACED | WCONTINUED | 0xe0000000)) return -EINVAL;
    if (id == (int)0x80000000) return -ESRCH;
    if (id == -1) kind = P_ALL;
    else if (id == 0) kind = P_PGID, id = current->group;
    else if (id < 0) kind = P_PGID, id = -id;
    result = wait_process(kind, id, (options & ~0x20000000) | WEXITED, &status, &code, &child_ticks);
    if (result <= 0) return result;
    if (a[1] && copy_out(a[1], &status, 4) < 0) return -EFAULT;
    if (a[3] && put_usage(a[3], child_ticks, 0) < 0) return -EFAULT;
    return result;
}

/* From a descriptor to the id of its process, and whether nobody wants to wait. */
static s64 process_of_descriptor(int *id, int *at_once)
{
    struct file *f = descriptor_file(*id);

    if (*id < 0) return -EINVAL;
    if (!f || !pidfd_is(f)) return -EBADF;
    if (!pidfd_process(f)) return -ECHILD;
    *id = pidfd_id(f);
    *at_once = (f->flags & O_NONBLOCK) != 0;
    return 0;
}

s64 call_waitid(u64 *a)
{
    int kind = a[0], id = a[1], options = a[3], status = 0, code = 0, at_once = 0;
    u64 child_ticks = 0;
    u32 info[32];
    s64 result;

    if (options & ~(WNOHANG | WUNTRACED | WEXITED | WCONTINUED | WNOWAIT | 0xe0000000) || !(options & (WUNTRACED | WEXITED | WCONTINUED))) return -EINVAL;
    if (kind < P_ALL || kind > P_PIDFD || (kind == P_PID && id <= 0)) return -EINVAL;
    if (kind == P_PGID && id == 0) id = current->group;
    if (kind == P_PIDFD) {
        result = process_of_descriptor(&id, &at_once);
        if (result) return result;
        kind = P_PID;
    }
    if (options & WNOHANG) at_once = 0;
    result = wait_process(kind, id, at_once ? options | WNOHANG : options, &status, &code, &child_ticks);
    if (result == 0 && at_once) return -EAGAIN;
    if (result < 0) return result;
    clear_bytes(info, sizeof info);
    if (result > 0) {
        info[0] = SIGCHLD;
        info[2] = code;
        info[4] = result;
        info[6] = code == CLD_EXITED || code == CLD_STOPPED ? status >> 8 & 0xff : code == CLD_CONTINUED ? SIGCONT : status & 0x7f;
    }
    if (a[2] && copy_out(a[2], info, sizeof info) < 0) return -EFAULT;
    if (a[4] && put_usage(a[4], child_ticks, 0) < 0) return -EFAULT;
    return 0;
}

s64 call_getrusage(u64 *a)
{
    if ((int)a[0] == -1) return put_usage(a[1], current->ticks_children, 0);
    if ((int)a[0] == 1) return put_usage(a[1], current_thread->ticks_user, current_thread->ticks_system);
    if ((int)a[0] != 0) return -EINVAL;
    return put_usage(a[1], current->ticks_user, current->ticks_system);
}

s64 call_times(u64 *a)
{
    u64 values[4];

    values[0] = current->ticks_user;
    values[1] = current->ticks_system;
    values[2] = current->ticks_children;
    values[3] = 0;
    if (a[0] && copy_out(a[0], values, sizeof values) < 0) return -EFAULT;
    return ticks;
}

/* ---- Who one is ---- */

s64 call_getpid(u64 *a)
{
    (void)a;
    return current->id;
}

s64 call_gettid(u64 *a)
{
    (void)a;
    return current_thread->id;
}

s64 call_getppid(u64 *a)
{
    (void)a;
    return current->parent ? current->parent->id : 0;
}

s64 call_getpgrp(u64 *a)
{
    (void)a;
    return current->group;
}

static struct process *one_or_self(u64 id)
{
    return (int)id == 0 ? current : process_find(id);
}

s64 call_getpgid(u64 *a)
{
    struct process *p = one_or_self(a[0]);

    return p ? p->group : -ESRCH;
}

s64 call_getsid(u64 *a)
{
    struct process *p = one_or_self(a[0]);

    return p ? p->session : -ESRCH;
}

static int group_is_in_session(int group, int session)
{
    int slot;

    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && processes[slot]->group == group && processes[slot]->session == session) return 1;
    return 0;
}

s64 call_setpgid(u64 *a)
{
    struct process *p = one_or_self(a[0]);
    int group = a[1];

    if (group < 0) return -EINVAL;
    if (!p || (p != current && p->parent != current)) return -ESRCH;
    if (p != current && p->session == current->session && p->has_executed) return -EACCES;
    if (group == 0) group = p->id;
    if (p->session == p->id || p->session != current->session) return -EPERM;
    if (group != p->id && !group_is_in_session(group, p->session)) return -EPERM;
    p->group = group;
    return 0;
}

s64 call_setsid(u64 *a)
{
    (void)a;
    if (current->group == current->id) return -EPERM;
    current->left_terminal = 0;
    return current->session = current->group = current->id;
}
