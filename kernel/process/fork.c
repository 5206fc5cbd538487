/* fork, vfork, and clone as far as it makes processes. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

/* What makes threads, which there are none of. */
#define UNSUPPORTED (CLONE_THREAD | CLONE_SIGHAND)

static void free_half_made(struct process *p)
{
    if (p->space) space_release(p->space);
    if (p->files) descriptors_release(p->files);
    if (p->handlers && --p->handlers->holders == 0) release(p->handlers);
    release(p->program_path);
    process_free(p);
}

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

static int copy_rest(struct process *child, u64 flags)
{
    if (flags & CLONE_FILES) {
        child->files = current->files;
        child->files->holders++;
    } else {
        child->files = descriptors_copy(current->files);
    }
    child->handlers = allocate(sizeof *child->handlers);
    if (!child->files || !child->handlers) return -ENOMEM;
    *child->handlers = *current->handlers;
    child->handlers->holders = 1;
    if (current->program_path) {
        child->program_path = allocate(string_length(current->program_path) + 1);
        if (!child->program_path) return -ENOMEM;
        copy_string(child->program_path, current->program_path, string_length(current->program_path) + 1);
    }
    return 0;
}

static void inherit(struct process *child)
{
    child->parent = current;
    child->group = current->group;
    child->session = current->session;
    child->umask = current->umask;
    child->who = current->who;
    child->nice = current->nice;
    child->personality = current->personality;
    child->blocked = current->blocked;
    copy_bytes(child->name, current->name, sizeof child->name);
    copy_bytes(child->alternate, current->alternate, sizeof child->alternate);
    copy_bytes(child->limits, current->limits, sizeof child->limits);
    copy_bytes(child->hard_limits, current->hard_limits, sizeof child->hard_limits);
    child->working_folder = inode_hold(current->working_folder);
    child->program = current->program ? inode_hold(current->program) : NULL;
    cpu_state_save(&current->cpu);
    copy_bytes(&child->cpu, &current->cpu, sizeof child->cpu);
    *child->frame = *current->frame;
}

s64 fork_process(u64 flags, u64 stack, u64 parent_tid, u64 child_tid, u64 tls)
{
    struct process *child;
    int id;

    if (flags & UNSUPPORTED || (flags & CLONE_VM && !(flags & CLONE_VFORK))) return -EINVAL;
    child = quota_process() ? process_new() : NULL;
    if (!child) return -EAGAIN;
    if (copy_memory(child, flags) < 0 || copy_rest(child, flags) < 0) {
        free_half_made(child);
        return -ENOMEM;
    }
    inherit(child);
    id = child->id;
    frame_set_result(child->frame, 0);
    if (stack) frame_set_sp(child->frame, stack);
    if (flags & CLONE_SETTLS) cpu_state_set_tls(&child->cpu, child->frame, tls);
    if (flags & CLONE_PARENT_SETTID) copy_out(parent_tid, &id, 4);
    if (flags & CLONE_CHILD_SETTID) space_copy_out(child->space, child_tid, &id, 4);
    if (flags & CLONE_CHILD_CLEARTID) child->child_tid = child_tid;
    make_ready(child);
    if (flags & CLONE_VFORK) {
        child->vfork_child = 1;
        while ((child = process_find(id)) && child->vfork_child && !(current->pending & SIGNAL_BIT(SIGKILL))) sleep_through(child);
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
