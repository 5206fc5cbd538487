/*
 * Descriptors in messages (SCM_RIGHTS). A message that lies in a queue holds its open files. Sockets among them may hold
 * each other so, with no descriptor left that leads to them: rights_collect finds what nobody can reach, and empties it.
 */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

static struct rights *departed;               /* all that are in queues */

struct rights *rights_new(int most)
{
    struct rights *r = allocate(sizeof *r + most * sizeof r->files[0]);

    if (r) r->user = current->who.user;
    return r;
}

struct rights *rights_copy(struct rights *r)
{
    struct rights *copy = rights_new(r->count);

    if (!copy) return NULL;
    for (; copy->count < r->count; copy->count++) copy->files[copy->count] = file_hold(r->files[copy->count]);
    return copy;
}

/* What is on its way counts as if the sender had it open still. */
int rights_may_depart(struct rights *r)
{
    struct rights *other;
    u64 count = 0;

    if (may(CAP_SYS_RESOURCE) || may(CAP_SYS_ADMIN)) return 0;
    for (other = departed; other; other = other->next)
        if (other->user == r->user) count += other->count;
    return count > current->limits[RLIMIT_NOFILE] ? -ETOOMANYREFS : 0;
}

void rights_depart(struct rights *r)
{
    int k;

    r->next = departed;
    r->at = &departed;
    if (departed) departed->at = &r->next;
    departed = r;
    for (k = 0; k < r->count; k++) r->files[k]->in_flight++;
}

void rights_arrive(struct rights *r)
{
    int k;

    *r->at = r->next;
    if (r->next) r->next->at = r->at;
    for (k = 0; k < r->count; k++) r->files[k]->in_flight--;
}

/*
 * The last hold of a socket may end here, and with it messages that hold sockets, and so on: a chain that may be longer than
 * the stack is deep. So who comes here again leaves his to the first.
 */
void rights_release(struct rights *r)
{
    static struct rights *dropped;
    static int is_dropping;
    int k;

    if (!r) return;
    r->next = dropped;
    dropped = r;
    if (is_dropping) return;
    is_dropping = 1;
    while ((r = dropped)) {
        dropped = r->next;
        for (k = 0; k < r->count; k++) file_release(r->files[k]);
        release(r);
    }
    is_dropping = 0;
}

/* ---- What nobody can reach ---- */

static struct socket *to_visit;

static void reach(struct socket *s)
{
    if (s->is_reached) return;
    s->is_reached = 1;
    s->next_reached = to_visit;
    to_visit = s;
}

static void visit(struct socket *s)
{
    struct socket *waiting;
    struct record *r;
    int k;

    for (waiting = s->waiting; waiting; waiting = waiting->next_waiting) reach(waiting);
    for (r = s->in.first; r; r = r->next)
        for (k = 0; r->rights && k < r->rights->count; k++)
            if (socket_is(r->rights->files[k])) reach(r->rights->files[k]->own);
}

/* Who has a file that others hold besides messages is reached, and whatever lies in its queue. */
static void find_reached(void)
{
    struct socket *s;

    for (s = sockets; s; s = s->next) s->is_reached = 0;
    for (s = sockets; s; s = s->next)
        if (s->file && s->file->holders > s->file->in_flight) reach(s);
    while ((s = to_visit)) {
        to_visit = s->next_reached;
        visit(s);
    }
}

void rights_collect(void)
{
    struct rights *garbage = NULL, *next;
    struct socket *s;
    struct record *r;

    find_reached();
    for (s = sockets; s; s = s->next) {
        for (r = s->is_reached ? NULL : s->in.first; r; r = r->next) {
            if (!r->rights) continue;
            rights_arrive(r->rights);
            r->rights->next = garbage;
            garbage = r->rights;
            r->rights = NULL;
        }
    }
    for (; garbage; garbage = next) {
        next = garbage->next;
        rights_release(garbage);
    }
}
