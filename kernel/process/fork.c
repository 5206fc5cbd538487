/* New processes and threads: fork, vfork, clone. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

/* Namespaces. */
#define UNSUPPORTED (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_INTO_CGROUP)

static int flags_fit(u64 flags)
{
    if (flags & UNSUPPORTED) return 0;
    /* A handler is an address in the memory that is shared. */
    if (flags & CLONE_SIGHAND && !(flags & CLONE_VM)) return 0;
    if (flags & CLONE_SIGHAND && flags & CLONE_CLEAR_SIGHAND) return 0;
    if (flags & CLONE_PIDFD && flags & (CLONE_DETACHED | CLONE_THREAD)) return 0;
    if (!(flags & CLONE_THREAD)) return 1;
    /* A process has one table of descriptors and one working folder. */
    return (flags & CLONE_SIGHAND) && (flags & CLONE_FILES) && (flags & CLONE_FS);
}

/* ---- What the new process gets: shares, or copies. 0 or -ENOMEM ---- */

static int copy_memory(struct process *child, u64 flags)
{
    if (flags & CLONE_VM) {
        child->space = current->space;
        child->space->holders++;
        return 0;
    }
    child->space = space_may_grow(current->space->committed) ? space_copy(current->space) : NULL;
    return child->space ? 0 : -ENOMEM;
}

static int copy_files(struct process *child, u64 flags)
{
    if (flags & CLONE_FILES) {
        child->files = current->files;
        child->files->holders++;
    } else {
        child->files = descriptors_copy(current->files);
    }
    if (flags & CLONE_FS) {
        child->folders = current->folders;
        child->folders->holders++;
    } else {
        child->folders = folders_copy(current->folders);
    }
    return child->files && child->folders ? 0 : -ENOMEM;
}

static int copy_handlers(struct process *child, u64 flags)
{
    if (flags & CLONE_SIGHAND) {
        child->handlers = current->handlers;
        child->handlers->holders++;
        return 0;
    }
    child->handlers = handlers_copy(current->handlers);
    if (child->handlers && flags & CLONE_CLEAR_SIGHAND) handlers_reset(child->handlers);
    return child->handlers ? 0 : -ENOMEM;
}

static int copy_program(struct process *child)
{
    child->program = current->program ? program_hold(current->program) : NULL;
    if (!current->program_path) return 0;
    child->program_path = allocate(string_length(current->program_path) + 1);
    if (!child->program_path) return -ENOMEM;
    copy_string(child->program_path, current->program_path, string_length(current->program_path) + 1);
    return 0;
}

static void inherit(struct process *child, struct clone_request *r)
{
    child->parent = r->flags & CLONE_PARENT && current->parent ? current->parent : current;
    child->exit_signal = r->flags & CLONE_PARENT ? current->exit_signal : r->exit_signal;
    child->group = current->group;
    child->session = current->session;
    child->who = current->who;
    child->nice = current->nice;
    child->io_priority = current->io_priority;
    child->left_terminal = current->left_terminal;
    child->personality = current->personality;
    child->disables_huge_pages = current->disables_huge_pages;
    copy_bytes(child->limits, current->limits, sizeof child->limits);
    copy_bytes(child->hard_limits, current->hard_limits, sizeof child->hard_limits);
}

static void free_half_made(struct process *p)
{
    if (p->space) space_release(p->space);
    if (p->files) descriptors_release(p->files);
    if (p->folders) folders_release(p->folders);
    if (p->handlers) handlers_release(p->handlers);
    program_release(p->program);
    release(p->program_path);
    process_free(p);
}

static struct process *copy_process(struct clone_request *r, int *error)
{
    struct process *child = quota_process() ? process_new() : NULL;

    *error = -EAGAIN;
    if (!child) return NULL;
    inherit(child, r);
    *error = -ENOMEM;
    if (copy_memory(child, r->flags) == 0 && copy_files(child, r->flags) == 0 && copy_handlers(child, r->flags) == 0
        && copy_program(child) == 0)
        return child;
    free_half_made(child);
    return NULL;
}

/* ---- The thread: it leaves the kernel as the current one does, with another result ---- */

static void copy_thread(struct thread *t, struct clone_request *r)
{
    t->blocked = current_thread->blocked;
    copy_bytes(t->name, current_thread->name, sizeof t->name);
    t->timer_slack = current_thread->timer_slack;
    /* Two that run at once in the same memory cannot have the same stack for handlers. */
    if (!(r->flags & CLONE_VM) || r->flags & CLONE_VFORK) copy_bytes(t->alternate, current_thread->alternate, sizeof t->alternate);
    cpu_state_save(&current_thread->cpu);
    copy_bytes(&t->cpu, &current_thread->cpu, sizeof t->cpu);
    *t->frame = *current_thread->frame;
    frame_set_result(t->frame, 0);
    if (r->stack) frame_set_sp(t->frame, r->stack);
    if (r->flags & CLONE_SETTLS) cpu_state_set_tls(&t->cpu, t->frame, r->tls);
    if (r->flags & CLONE_CHILD_CLEARTID) t->child_tid = r->child_tid;
}

/* A descriptor for the child, which only the parent has. */
static s64 give_process_fd(struct process *child, u64 user)
{
    struct file *f;
    s64 fd = pidfd_make(child, 0, &f);
    int number;

    if (fd) return fd;
    fd = descriptor_add(f, 0, 1);
    number = fd;
    if (fd < 0 || copy_out(user, &number, 4) == 0) return fd < 0 ? fd : 0;
    descriptor_close(fd);
    return -EFAULT;
}

/* The parent sleeps until the child has memory of its own, or has ended. */
static void wait_for_vfork(int id)
{
    struct process *child;

    while ((child = process_find(id)) && child->vfork_child && !signal_is_fatal()) sleep_through(child);
}

s64 clone_process(struct clone_request *r)
{
    struct process *child = NULL;
    struct thread *t;
    int id, error = -EAGAIN;

    if (!flags_fit(r->flags)) return -EINVAL;
    if (!quota_thread()) return -EAGAIN;
    if (r->flags & CLONE_THREAD) t = thread_new(current);
    else t = (child = copy_process(r, &error)) ? child->leader : NULL;
    if (!t) return error;
    if (r->flags & CLONE_PIDFD && (error = give_process_fd(child, r->process_fd)) < 0) {
        free_half_made(child);
        return error;
    }
    copy_thread(t, r);
    id = t->id;
    if (r->flags & CLONE_PARENT_SETTID) copy_out(r->parent_tid, &id, 4);
    if (r->flags & CLONE_CHILD_SETTID) space_copy_out(t->process->space, r->child_tid, &id, 4);
    make_ready(t);
    if (child && r->flags & CLONE_VFORK) {
        child->vfork_child = 1;
        wait_for_vfork(id);
    }
    return id;
}

/* A vfork child has memory of its own now, or none: its parent goes on. */
void vfork_done(struct process *p)
{
    if (!p->vfork_child) return;
    p->vfork_child = 0;
    wake_up(p);
}
