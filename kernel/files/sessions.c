/*
 * Sessions and their terminals. A session has at most one, whose process group in the foreground may read it and gets its signals; others
 * are stopped when they try. A group is orphaned when no process outside of it, but in its session, is the parent of one
 * inside: nobody could make it go on, so it is not stopped but gets errors.
 */
#include "base.h"
#include "process.h"
#include "terminal.h"

struct terminal *controlling_terminal(struct process *p)
{
    int i;

    if (p->left_terminal) return NULL;
    if (console.session == p->session) return &console;
    for (i = 0; i < PAIRS; i++)
        if (pairs[i] && pairs[i]->session == p->session) return pairs[i];
    return NULL;
}

int controlling_open(struct file *f)
{
    struct terminal *t = controlling_terminal(current);

    if (!t) return -ENXIO;
    terminal_attach(f, t);
    t->slaves++;
    return 0;
}

void terminal_signal(struct terminal *t, int number)
{
    if (t->foreground) signal_group(t->foreground, number);
}

/* ---- Foreground and background ---- */

/* `leaving` is on its way out and counts no more. */
static int is_orphaned(int group, int session, struct process *leaving)
{
    struct process *p;
    int slot;

    for (slot = 0; slot < processes_end; slot++) {
        p = processes[slot];
        if (!p || p == leaving || p->group != group || process_has_ended(p) || !p->parent || p->parent == init_process) continue;
        if (p->parent != leaving && p->parent->group != group && p->parent->session == session) return 0;
    }
    return 1;
}

int group_is_orphaned(void)
{
    return is_orphaned(current->group, current->session, NULL);
}

static int is_in_background(struct terminal *t)
{
    return t->foreground && current->group != t->foreground && controlling_terminal(current) == t;
}

static int stop_group(int number)
{
    if (group_is_orphaned()) return -EIO;
    signal_group(current->group, number);
    return -ERESTART;
}

int may_read(struct terminal *t)
{
    if (!is_in_background(t)) return 0;
    return signal_is_held(SIGTTIN) ? -EIO : stop_group(SIGTTIN);
}

/* Settings: who does not care for the signal may change them. */
int may_set(struct terminal *t)
{
    return is_in_background(t) && !signal_is_held(SIGTTOU) ? stop_group(SIGTTOU) : 0;
}

enum { TOSTOP = 0400 };

int may_write(struct terminal *t)
{
    return t->settings.local & TOSTOP ? may_set(t) : 0;
}

static int is_in_session(int group, int session, int *exists)
{
    int slot;

    *exists = 0;
    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot] || processes[slot]->group != group) continue;
        *exists = 1;
        if (processes[slot]->session == session) return 1;
    }
    return 0;
}

s64 set_foreground(struct terminal *t, int group)
{
    int exists;

    if (controlling_terminal(current) != t) return -ENOTTY;
    if (group < 0) return -EINVAL;
    if (!is_in_session(group, current->session, &exists)) return exists ? -EPERM : -ESRCH;
    t->foreground = group;
    return 0;
}

/* ---- Getting a terminal, and losing it ---- */

static int is_leader(void)
{
    return current->session == current->id;
}

static void become_controlling(struct terminal *t)
{
    t->session = current->session;
    t->foreground = current->group;
}

void terminal_acquire(struct terminal *t)
{
    if (is_leader() && !t->session && !controlling_terminal(current)) become_controlling(t);
}

s64 terminal_take_over(struct terminal *t, u64 force)
{
    if (is_leader() && t->session == current->session) return 0;
    if (!is_leader() || controlling_terminal(current)) return -EPERM;
    if (t->session && !(force == 1 && may(CAP_SYS_ADMIN))) return -EPERM;
    become_controlling(t);
    return 0;
}

static void end_session(struct terminal *t, int goes_on)
{
    int group = t->foreground;

    t->session = t->foreground = 0;
    if (!group) return;
    signal_group(group, SIGHUP);
    if (goes_on) signal_group(group, SIGCONT);
}

s64 terminal_give_up(struct terminal *t)
{
    if (controlling_terminal(current) != t) return -ENOTTY;
    if (is_leader()) end_session(t, 1);
    else current->left_terminal = 1;
    return 0;
}

/* The other side is gone. */
void terminal_hang_up(struct terminal *t)
{
    struct process *leader = t->session ? process_find(t->session) : NULL;

    if (leader) {
        signal_send(leader, SIGHUP, SI_KERNEL, 0);
        signal_send(leader, SIGCONT, SI_KERNEL, 0);
    }
    end_session(t, 1);
}

/* ---- The end of a process ---- */

static int has_stopped(int group)
{
    int slot;

    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && processes[slot]->group == group && process_is_stopped(processes[slot])) return 1;
    return 0;
}

/* With this process a group may lose the last one who could wake it. */
static void free_group(int group, int session, struct process *leaving)
{
    if (!has_stopped(group) || !is_orphaned(group, session, leaving)) return;
    signal_group(group, SIGHUP);
    signal_group(group, SIGCONT);
}

void session_leave(struct process *p)
{
    struct terminal *t = p->session == p->id ? controlling_terminal(p) : NULL;
    struct process *child;
    int slot;

    if (t) end_session(t, 0);
    if (p->parent && p->parent->group != p->group && p->parent->session == p->session) free_group(p->group, p->session, p);
    for (slot = 0; slot < processes_end; slot++) {
        child = processes[slot];
        if (child && child->parent == p && child->group != p->group && child->session == p->session) free_group(child->group, child->session, p);
    }
}
