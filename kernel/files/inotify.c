/*
 * inotify: who watches an inode is told what happens to it, and, if it is a folder, to what has a name in it. The watches of
 * an inode are in its list, and go with it; those of a queue are in the queue's. An open file knows the name it was opened by
 * (folder.c), so its folder is told of it, also after the name is gone.
 */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct watch {
    struct watch *next;               /* of the queue */
    struct watch *beside;             /* of the inode */
    struct notices *queue;
    struct inode *inode;              /* held only if it is one of /proc's, which nobody else may hold */
    int number;
    u32 mask;                         /* with the flags that count later: IN_EXCL_UNLINK, IN_ONESHOT */
};

struct notice {
    struct notice *next;
    int watch;
    u32 mask, cookie;
    char name[];
};

struct notices {
    struct notices *next;             /* of all */
    u32 user;                         /* who is charged */
    struct watch *watches;
    struct notice *first, *last;
    int length, last_number;
    u64 appended;                     /* ever */
    int is_full;                      /* the last notice says that some were lost */
};

/* struct inotify_event, and behind it the name with NULs up to a multiple of its size. */
struct record {
    int watch;
    u32 mask, cookie, length;
};

enum { WATCH_CHARGE = 64 };

static struct notices *queues;
static int watch_count;               /* of all queues: nothing is looked for as long as there are none */

/* ---- The queue ---- */

static u64 notice_size(const char *name)
{
    return sizeof(struct notice) + string_length(name) + 1;
}

static int is_same(struct notice *n, int watch, u32 mask, const char *name)
{
    return n && !(mask & IN_IGNORED) && n->watch == watch && n->mask == mask && strings_equal(n->name, name);
}

static struct notice *notice_new(struct notices *q, const char *name)
{
    struct notice *n;

    if (quota_take(q->user, notice_size(name), QUOTA_OPEN) < 0) return NULL;
    n = allocate(notice_size(name));
    if (!n) quota_return(q->user, notice_size(name));
    return n;
}

/* The same again says nothing new. What has no room is lost, and the next reader of the queue is told that something was. */
static void append(struct notices *q, int watch, u32 mask, u32 cookie, const char *name)
{
    struct notice *n = NULL;

    if (is_same(q->last, watch, mask, name)) return;
    if (q->length < INOTIFY_QUEUE) n = notice_new(q, name);
    if (!n) {
        if (q->is_full) return;
        n = notice_new(q, "");
        if (!n) return;
        q->is_full = 1;
        watch = -1;
        mask = IN_Q_OVERFLOW;
        cookie = 0;
        name = "";
    }
    n->watch = watch;
    n->mask = mask;
    n->cookie = cookie;
    copy_string(n->name, name, string_length(name) + 1);
    if (q->last) q->last->next = n;
    else q->first = n;
    q->last = n;
    q->length++;
    q->appended++;
    wake_up(q);
}

static void remove_first(struct notices *q)
{
    struct notice *n = q->first;

    q->first = n->next;
    if (!q->first) q->last = NULL;
    if (n->mask == IN_Q_OVERFLOW) q->is_full = 0;
    q->length--;
    quota_return(q->user, notice_size(n->name));
    release(n);
}

/* ---- Watches ---- */

static void watch_end(struct watch *w)
{
    struct watch **at;
    struct inode *i = w->inode;

    for (at = &w->queue->watches; *at != w; at = &(*at)->next)
        ;
    *at = w->next;
    for (at = &i->watches; *at != w; at = &(*at)->beside)
        ;
    *at = w->beside;
    append(w->queue, w->number, IN_IGNORED, 0, "");
    quota_return(w->queue->user, WATCH_CHARGE);
    release(w);
    watch_count--;
    if (i->proc_kind) inode_release(i);
}

static struct watch *find(struct notices *q, struct inode *i)
{
    struct watch *w;

    for (w = i->watches; w && w->queue != q; w = w->beside)
        ;
    return w;
}

static u64 watches_of(u32 user)
{
    struct notices *q;
    struct watch *w;
    u64 count = 0;

    for (q = queues; q; q = q->next)
        for (w = q->user == user ? q->watches : NULL; w; w = w->next) count++;
    return count;
}

int inotify_watch(struct file *f, struct inode *i, u32 mask)
{
    struct notices *q = f->own;
    struct watch *w = find(q, i);
    u32 wanted = mask & (IN_ALL_EVENTS | IN_EXCL_UNLINK | IN_ONESHOT);

    if (w) {
        if (mask & IN_MASK_CREATE) return -EEXIST;
        w->mask = mask & IN_MASK_ADD ? w->mask | wanted : wanted;
        return w->number;
    }
    if (watches_of(q->user) >= INOTIFY_WATCHES || quota_take(q->user, WATCH_CHARGE, QUOTA_OPEN) < 0) return -ENOSPC;
    w = allocate(sizeof *w);
    if (!w) {
        quota_return(q->user, WATCH_CHARGE);
        return -ENOMEM;
    }
    w->queue = q;
    w->inode = i->proc_kind ? inode_hold(i) : i;
    w->mask = wanted;
    w->number = ++q->last_number;
    w->next = q->watches;
    q->watches = w;
    w->beside = i->watches;
    i->watches = w;
    watch_count++;
    return w->number;
}

int inotify_unwatch(struct file *f, int number)
{
    struct notices *q = f->own;
    struct watch *w;

    for (w = q->watches; w && w->number != number; w = w->next)
        ;
    if (!w) return -EINVAL;
    watch_end(w);
    return 0;
}

/* ---- What happens ---- */

static void tell(struct inode *i, u32 event, u32 cookie, const char *name, int is_unlinked)
{
    struct watch *w, *next;

    for (w = i->watches; w; w = next) {
        next = w->beside;
        if (!(event & w->mask & IN_ALL_EVENTS) || (is_unlinked && w->mask & IN_EXCL_UNLINK)) continue;
        append(w->queue, w->number, event, cookie, name);
        if (w->mask & IN_ONESHOT) watch_end(w);
    }
}

static u32 with_kind(struct inode *i, u32 event)
{
    return event | (is_folder(i) && !(event & (IN_DELETE_SELF | IN_MOVE_SELF)) ? IN_ISDIR : 0);
}

void notify(struct inode *i, u32 event)
{
    if (i->watches) tell(i, with_kind(i, event), 0, "", 0);
}

void notify_name(struct inode *folder, const char *name, struct inode *i, u32 event, u32 cookie)
{
    if (folder->watches) tell(folder, i ? with_kind(i, event) : event, cookie, name, 0);
}

void notify_file(struct file *f, u32 event)
{
    struct entry *e = f->name;

    if (!watch_count || f->flags & O_PATH) return;
    event = with_kind(f->inode, event);
    if (e && e->folder->watches) tell(e->folder, event, 0, e->name, !e->inode);
    if (f->inode->watches) tell(f->inode, event, 0, "", e && !e->inode);
}

void notify_place(struct place *p, u32 event)
{
    if (!p->is_special) notify_name(p->folder, p->name, p->inode, event, 0);
    notify(p->inode, event);
}

u32 notify_cookie(void)
{
    static u32 last;

    return ++last;
}

void notify_end(struct inode *i)
{
    notify(i, IN_DELETE_SELF);
    while (i->watches) watch_end(i->watches);
}

void notify_unmount(u32 system)
{
    struct notices *q;
    struct watch *w, *next;

    for (q = queues; q; q = q->next) {
        for (w = q->watches; w; w = next) {
            next = w->next;
            if (w->inode->system != system) continue;
            append(q, w->number, with_kind(w->inode, IN_UNMOUNT), 0, "");
            watch_end(w);
        }
    }
}

/* ---- The file ---- */

static u64 record_size(struct notice *n)
{
    u64 length = string_length(n->name);

    return sizeof(struct record) + (length ? (length + sizeof(struct record)) / sizeof(struct record) * sizeof(struct record) : 0);
}

static int put_notice(struct notice *n, struct io *io)
{
    u8 bytes[sizeof(struct record) + NAME_MAX + 1];
    struct record *r = (struct record *)bytes;
    u64 size = record_size(n);

    clear_bytes(bytes, sizeof bytes);
    r->watch = n->watch;
    r->mask = n->mask;
    r->cookie = n->cookie;
    r->length = size - sizeof *r;
    copy_string((char *)(r + 1), n->name, NAME_MAX + 1);
    return io_put(io, bytes, size);
}

static s64 inotify_read(struct file *f, u64 *offset, struct io *io)
{
    struct notices *q = f->own;
    int error;

    (void)offset;
    while (!q->first) {
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        error = sleep_on(q, 0);
        if (error) return error;
    }
    if (record_size(q->first) > io->left) return -EINVAL;
    while (q->first && record_size(q->first) <= io->left) {
        if (put_notice(q->first, io) < 0) return io->done > 0 ? (s64)io->done : -EFAULT;
        remove_first(q);
    }
    return io->done;
}

enum { FIONREAD = 0x541b };

static s64 inotify_control(struct file *f, u64 request, u64 argument)
{
    struct notices *q = f->own;
    struct notice *n;
    u32 size = 0;

    if (request != FIONREAD) return -ENOTTY;
    for (n = q->first; n; n = n->next) size += record_size(n);
    return copy_out(argument, &size, 4);
}

static int inotify_ready(struct file *f)
{
    struct notices *q = f->own;

    return q->first ? POLLIN | POLLRDNORM : 0;
}

static u64 inotify_edges(struct file *f, u32 events)
{
    (void)events;
    return ((struct notices *)f->own)->appended;
}

static void inotify_close(struct file *f)
{
    struct notices *q = f->own, **at;

    while (q->watches) watch_end(q->watches);
    while (q->first) remove_first(q);
    for (at = &queues; *at != q; at = &(*at)->next)
        ;
    *at = q->next;
    release(q);
}

static const struct file_type inotify_type = { inotify_read, NULL, inotify_control, inotify_ready, inotify_close, 0, 1, inotify_edges };

static int inotify_open(struct file *f)
{
    struct notices *q;
    int own = 0;

    for (q = queues; q; q = q->next) own += q->user == f->charged_user;
    if (own >= INOTIFY_QUEUES) return -EMFILE;
    q = allocate(sizeof *q);
    if (!q) return -ENOMEM;
    q->user = f->charged_user;
    q->next = queues;
    queues = q;
    f->own = q;
    f->type = &inotify_type;
    return 0;
}

static const struct device inotify_device = { "anon_inode:inotify", 0, &inotify_type, inotify_open };

int inotify_make(int flags, struct file **made)
{
    return device_make(&inotify_device, O_RDONLY | flags, made);
}

int inotify_is(struct file *f)
{
    return f->type == &inotify_type;
}

#ifdef CHECKS
void inotify_visit(struct file *f, void (*visit)(struct inode *i))
{
    struct notices *q = f->own;
    struct watch *w;

    for (w = q->watches; w; w = w->next)
        if (w->inode->proc_kind) visit(w->inode);
}
#endif
