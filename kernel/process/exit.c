/* The end of threads and processes, and waiting for it. */
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
    handlers_release(p->handlers);
    process_free(p);
}

/* Who cares for the children that a process leaves behind: the nearest of its ancestors that wanted to, or init. */
static struct process *guardian(struct process *p)
{
    for (p = p->parent; p && p != init_process && !p->takes_orphans; p = p->parent)
        ;
    return p ? p : init_process;
}

int process_is_stopped(struct process *p)
{
    return p->is_stopped;
}

int process_has_ended(struct process *p)
{
    return !p->alive;
}

static void give_children_away(struct process *p)
{
    struct process *child, *guard = guardian(p);
    int slot;

    for (slot = 0; slot < processes_end; slot++) {
        child = processes[slot];
        if (!child || child->parent != p) continue;
        child->parent = guard;
        child->exit_signal = SIGCHLD;
        if (child->death_signal) signal_send(child, child->death_signal, SI_USER, 0);
        if (child->alive) continue;
        if (parent_ignores(guard)) free_zombie(child);
        else signal_send(guard, SIGCHLD, CLD_EXITED, child->status);
    }
    wake_up(guard);
}

/* What a zombie has no use for. */
static void let_go(struct process *p)
{
    struct space *space = p->space;

    descriptors_release(p->files);
    p->files = NULL;
    arch_use_root(kernel_root);
    p->space = NULL;
    space_release(space);
    vfork_done(p);
    folders_release(p->folders);
    p->folders = NULL;
    program_release(p->program);
    p->program = NULL;
    release(p->program_path);
    p->program_path = NULL;
}

static void become_zombie(struct process *p)
{
    struct process *parent = p->parent;

    timers_end(p);
    let_go(p);
    session_leave(p);
    give_children_away(p);
    if (p->exit_signal == SIGCHLD && parent_ignores(parent)) p->parent = NULL;
    if (p->exit_signal) {
        signal_send(parent, p->exit_signal, p->status & 0x7f ? CLD_KILLED : CLD_EXITED, p->status);
        parent->pending.infos[p->exit_signal].sender = p->id;
    }
    wake_up(parent);
}

/* A thread cannot free the stack it stands on: whoever runs next does. Nobody waits for a zombie without a parent. */
static struct thread *ended;

void free_ended(void)
{
    struct thread *t = ended;
    struct process *p;

    if (!t) return;
    ended = NULL;
    p = t->process;
    kernel_stack_unmap(t->slot);
    if (t != p->leader) thread_free(t);
    if (!p->alive && !p->parent) free_zombie(p);
}

void thread_leaves_memory(void)
{
    struct thread *t = current_thread;
    int zero = 0;

    robust_list_leave();
    if (t->child_tid && (current->alive > 1 || current->space->holders > 1)) {
        copy_out(t->child_tid, &zero, 4);
        futex_wake_at(t->child_tid, 1);
    }
    t->child_tid = 0;
}

void exit_thread(int status)
{
    struct process *p = current;
    struct thread *t = current_thread;

    /* If nobody ends the process, its status is that of its last thread. */
    if (p->alive == 1 && !p->is_ending) p->status = status;
    if (p == init_process && p->alive == 1) power_off(p->status & 0x7f ? 128 + (p->status & 0x7f) : p->status >> 8 & 0xff);
    thread_leaves_memory();
    signal_set_mask(~0UL);
    t->state = ENDED;
    p->alive--;
    if (!p->alive) become_zombie(p);
    else if (p->remaining) wake_up(&p->remaining);
    ended = t;
    schedule();
    panic("a thread ran on after its end");
}

void end_threads(struct process *p)
{
    struct thread *t;

    p->is_stopped = 0;
    for (t = p->threads; t; t = t->next) {
        if (t->state == STOPPED) make_ready(t);
        else wake_thread(t);
    }
}

void exit_process(int status)
{
    if (!current->is_ending) {
        current->is_ending = 1;
        current->status = status;
        end_threads(current);
    }
    if (current == init_process) power_off(status & 0x7f ? 128 + (status & 0x7f) : status >> 8 & 0xff);
    exit_thread(status);
}

/* The one that remains is the process's leader from now on, whatever it was before. */
int keep_only_current(void)
{
    struct process *p = current;

    if (signal_is_fatal()) return -EINTR;
    p->remaining = current_thread;
    if (p->alive > 1) end_threads(p);
    while (p->alive > 1 && !p->is_ending) sleep_through(&p->remaining);
    p->remaining = NULL;
    if (p->is_ending) return -EINTR;
    if (p->leader == current_thread) return 0;
    thread_free(p->leader);
    p->leader = current_thread;
    current_thread->id = p->id;
    return 0;
}

/* ---- Waiting ---- */

static int matches(struct process *p, int kind, int id, int options)
{
    if (p->parent != current) return 0;
    if (!(options & WALL) && !(options & WCLONE) != (p->exit_signal == SIGCHLD)) return 0;
    return kind == P_ALL || (kind == P_PID && p->id == id) || (kind == P_PGID && p->group == id);
}

static void reap(struct process *p)
{
    current->ticks_children += p->ticks_user + p->ticks_system + p->ticks_children;
    free_zombie(p);
}

/* Whether there is something to report of this child; what, in *status and *code. */
static int report(struct process *p, int options, int *status, int *code)
{
    if (!p->alive && options & WEXITED) {
        *status = p->status;
        *code = p->status & 0x7f ? CLD_KILLED : CLD_EXITED;
        return 1;
    }
    if (p->is_stopped && options & WUNTRACED && !p->stop_reported) {
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
        children = 0;
        for (slot = 0; slot < processes_end; slot++) {
            p = processes[slot];
            if (!p || !matches(p, kind, id, options)) continue;
            children++;
            if (!report(p, options, status, code)) continue;
            found = p->id;
            *child_ticks = p->ticks_user + p->ticks_system + p->ticks_children;
            if (!p->alive && !(options & WNOWAIT)) reap(p);
            return found;
        }
        if (!children) return -ECHILD;
        if (options & WNOHANG) return 0;
        error = sleep_on(current, 0);
        if (error) {
            /* The signal may be the child's own SIGCHLD: then there is something to report after all. */
            for (slot = 0; slot < processes_end; slot++) {
                p = processes[slot];
                if (p && matches(p, kind, id, options) && !p->alive && options & WEXITED) break;
            }
            if (slot == processes_end) return error;
        }
    }
}
