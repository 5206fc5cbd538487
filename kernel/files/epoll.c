/*
 * epoll: a list of open files, and what each is watched for. Nothing is told when a file changes; a wait looks at all of
 * them, as poll does, each time something changed somewhere. EPOLLET reports what is ready once for each edge that the file counts;
 * if it counts none, for each change anywhere.
 */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct interest {
    struct interest *next;
    struct file *file;                /* not held: its end is the interest's (epoll_forget) */
    int fd;
    u32 events;                       /* 0: reported once, and not asked for again (EPOLLONESHOT) */
    u64 data;
    u64 edge;                         /* of EPOLLET: the one that was reported */
};

struct epoll {
    struct epoll *next;               /* of all */
    struct file *file;
    struct interest *first, *last;
};

enum { INTEREST_CHARGE = 64, ALWAYS = POLLERR | POLLHUP };

static struct epoll *epolls;

/* ---- The list ---- */

static void append(struct epoll *e, struct interest *i)
{
    i->next = NULL;
    if (e->last) e->last->next = i;
    else e->first = i;
    e->last = i;
}

/* Takes it out; `before` is the one before it, or NULL. */
static void take_out(struct epoll *e, struct interest *i, struct interest *before)
{
    if (before) before->next = i->next;
    else e->first = i->next;
    if (e->last == i) e->last = before;
}

static struct interest *find(struct epoll *e, int fd, struct file *f, struct interest **before)
{
    struct interest *i;

    *before = NULL;
    for (i = e->first; i && (i->fd != fd || i->file != f); i = i->next) *before = i;
    return i;
}

static void drop(struct epoll *e, struct interest *i, struct interest *before)
{
    take_out(e, i, before);
    i->file->watchers--;
    quota_return(e->file->charged_user, INTEREST_CHARGE);
    release(i);
}

void epoll_forget(struct file *f)
{
    struct epoll *e;
    struct interest *i, *next, *before;

    for (e = epolls; e && f->watchers; e = e->next) {
        for (before = NULL, i = e->first; i; i = next) {
            next = i->next;
            if (i->file == f) drop(e, i, before);
            else before = i;
        }
    }
}

/* ---- What is ready ---- */

static u64 edge_of(struct interest *i)
{
    return i->file->type->edges ? 1 + i->file->type->edges(i->file, i->events) : changes;
}

static u32 found_of(struct interest *i)
{
    u32 found = i->events ? i->file->type->ready(i->file) & (i->events | ALWAYS) : 0;

    return i->events & EPOLLET && i->edge == edge_of(i) ? 0 : found;
}

/* Each that was looked at goes to the end of the list: the others have their turn first next time. */
int epoll_next(struct file *f, u64 *left, struct epoll_report *report)
{
    struct interest *i;

    while (*left > 0) {
        --*left;
        i = f->epoll->first;
        take_out(f->epoll, i, NULL);
        append(f->epoll, i);
        report->events = found_of(i);
        report->data = i->data;
        if (!report->events) continue;
        i->edge = edge_of(i);
        if (i->events & EPOLLONESHOT) i->events = 0;
        return 1;
    }
    return 0;
}

u64 epoll_size(struct file *f)
{
    struct interest *i;
    u64 size = 0;

    for (i = f->epoll->first; i; i = i->next) size++;
    return size;
}

static int epoll_ready(struct file *f)
{
    struct interest *i;

    for (i = f->epoll->first; i; i = i->next)
        if (found_of(i)) return POLLIN | POLLRDNORM;
    return 0;
}

/* ---- Changes of the list ---- */

/* One epoll may watch another, but no more than that: so there is no ring, and no deep one. */
static int may_watch(struct file *f, struct file *watched)
{
    struct interest *i;

    if (!watched->epoll) return 0;
    if (f->watchers) return -ELOOP;
    for (i = watched->epoll->first; i; i = i->next)
        if (i->file->epoll) return -ELOOP;
    return 0;
}

int epoll_add(struct file *f, int fd, struct file *watched, u32 events, u64 data)
{
    struct interest *i, *before;
    int error;

    if (find(f->epoll, fd, watched, &before)) return -EEXIST;
    error = may_watch(f, watched);
    if (!error && quota_take(f->charged_user, INTEREST_CHARGE, QUOTA_OPEN) < 0) error = -ENOSPC;
    if (error) return error;
    i = allocate(sizeof *i);
    if (!i) {
        quota_return(f->charged_user, INTEREST_CHARGE);
        return -ENOMEM;
    }
    i->file = watched;
    i->fd = fd;
    watched->watchers++;
    append(f->epoll, i);
    return epoll_change(f, fd, watched, events, data);
}

int epoll_change(struct file *f, int fd, struct file *watched, u32 events, u64 data)
{
    struct interest *before, *i = find(f->epoll, fd, watched, &before);

    if (!i) return -ENOENT;
    i->events = events | ALWAYS;
    i->data = data;
    i->edge = 0;
    wake_up(f->epoll);
    return 0;
}

int epoll_remove(struct file *f, int fd, struct file *watched)
{
    struct interest *before, *i = find(f->epoll, fd, watched, &before);

    if (!i) return -ENOENT;
    drop(f->epoll, i, before);
    return 0;
}

/* ---- The file ---- */

static void epoll_close(struct file *f)
{
    struct epoll *e = f->epoll, **at;

    while (e->first) drop(e, e->first, NULL);
    for (at = &epolls; *at != e; at = &(*at)->next)
        ;
    *at = e->next;
    release(e);
}

static const struct file_type epoll_type = { NULL, NULL, NULL, epoll_ready, epoll_close, 0 };

static int epoll_open(struct file *f)
{
    f->epoll = allocate(sizeof *f->epoll);
    if (!f->epoll) return -ENOMEM;
    f->type = &epoll_type;
    f->epoll->file = f;
    f->epoll->next = epolls;
    epolls = f->epoll;
    return 0;
}

static const struct device epoll_device = { "anon_inode:[eventpoll]", 0, &epoll_type, epoll_open };

int epoll_make(struct file **made)
{
    return device_make(&epoll_device, O_RDWR, made);
}
