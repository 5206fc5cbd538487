/* The end of processes, and waiting for it. */
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"

/* Nobody waits for the child of a parent that ignores SIGCHLD. */
static int parent_ignores(struct process *parent)
{
    struct signal_action *a = &parent->handlers->actions[SIGCHLD];

    return a->handler == SIG_IGN || a->flags & SA_NOCLDWAIT;
}

static void free_zombie(struct process *p)
{
    release(p->handlers);
    process_free(p);
}

/* Who cares for the children that a process leaves behind: the nearest of its ancestors that wanted to, or init. */
static struct process *guardian(struct process *p)
{
    for (p = p->parent; p && p != init_process && !p->takes_orphans; p = p->parent)
        ;
    return p ? p : init_process;
}

static void give_children_away(struct process *p)
{
    struct process *child, *guard = guardian(p);
    int slot;

    for (slot = 0; slot < processes_end; slot++) {
        child = processes[slot];
        if (!child || child->parent != p) continue;
        child->parent = guard;
        if (child->death_signal) signal_send(child, child->death_signal, SI_USER, 0);
        if (child->state != ZOMBIE) continue;
        if (parent_ignores(guard)) free_zombie(child);
        else signal_send(guard, SIGCHLD, CLD_EXITED, child->status);
    }
    wake_up(guard);
}

/* What a zombie has no use for. The stack stays: we are on it. */
static void let_go(struct process *p)
{
    struct space *space = p->space;
    int zero = 0;

    if (p->child_tid && !p->vfork_child) copy_out(p->child_tid, &zero, 4);
    descriptors_release(p->files);
    p->files = NULL;
    arch_use_root(kernel_root);
    p->space = NULL;
    space_release(space);
    vfork_done(p);
    inode_release(p->working_folder);
    p->working_folder = NULL;
    if (p->program) inode_release(p->program);
    p->program = NULL;
    release(p->program_path);
    p->program_path = NULL;
}

/* A zombie nobody waits for is freed by whoever runs next: it cannot free the stack it stands on. */
static struct process *orphan;

void free_orphan(void)
{
    if (!orphan || orphan == current) return;
    free_zombie(orphan);
    orphan = NULL;
}

void exit_process(int status)
{
    struct process *p = current, *parent = p->parent;

    if (p == init_process) power_off(status & 0x7f ? 128 + (status & 0x7f) : status >> 8 & 0xff);
    free_orphan();
    let_go(p);
    give_children_away(p);
    p->status = status;
    p->state = ZOMBIE;
    if (parent_ignores(parent)) {
        p->parent = NULL;
        orphan = p;
    }
    signal_send(parent, SIGCHLD, status & 0x7f ? CLD_KILLED : CLD_EXITED, status);
    parent->infos[SIGCHLD].sender = p->id;
    wake_up(parent);
    schedule();
    panic("a process ran on after its end");
}

static int matches(struct process *p, int kind, int id)
{
    if (p->parent != current) return 0;
    return kind == P_ALL || (kind == P_PID && p->id == id) || (kind == P_PGID && p->group == id);
}

static void bury(struct process *p)
{
    current->ticks_children += p->ticks_user + p->ticks_system + p->ticks_children;
    free_zombie(p);
}

/* Whether there is something to report of this child; what, in *status and *code. */
static int report(struct process *p, int options, int *status, int *code)
{
    if (p->state == ZOMBIE && options & WEXITED) {
        *status = p->status;
        *code = p->status & 0x7f ? CLD_KILLED : CLD_EXITED;
        return 1;
    }
    if (p->state == STOPPED && options & WUNTRACED && !p->stop_reported) {
        *status = p->stop_signal << 8 | 0x7f;
        *code = CLD_STOPPED;
        if (!(options & WNOWAIT)) p->stop_reported = 1;
        return 1;
    }
    if (p->continued && options & WCONTINUED) {
        *status = 0xffff;
        *code = CLD_CONTINUED;
        if (!(options & WNOWAIT)) p->continued = 0;
        return 1;
    }
    return 0;
}

s64 wait_process(int kind, int id, int options, int *status, int *code, u64 *child_ticks)
{
    struct process *p;
    int slot, children, error, found;

    for (;;) {
        free_orphan();
        children = 0;
        for (slot = 0; slot < processes_end; slot++) {
            p = processes[slot];
            if (!p || !matches(p, kind, id)) continue;
            children++;
            if (!report(p, options, status, code)) continue;
            found = p->id;
            *child_ticks = p->ticks_user + p->ticks_system + p->ticks_children;
            if (p->state == ZOMBIE && !(options & WNOWAIT)) bury(p);
            return found;
        }
        if (!children) return -ECHILD;
        if (options & WNOHANG) return 0;
        error = sleep_on(current, 0);
        if (error) {
            /* The signal may be the child's own SIGCHLD: then there is something to report after all. */
            for (slot = 0; slot < processes_end; slot++) {
                p = processes[slot];
                if (p && matches(p, kind, id) && p->state == ZOMBIE && options & WEXITED) break;
            }
            if (slot == processes_end) return error;
        }
    }
}
