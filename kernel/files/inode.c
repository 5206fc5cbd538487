/* Files, folders, links: what they are, however they are called. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "terminal.h"

static u64 last_number;

int is_folder(struct inode *i)
{
    return (i->mode & S_IFMT) == S_IFDIR;
}

int is_file(struct inode *i)
{
    return (i->mode & S_IFMT) == S_IFREG;
}

int is_link(struct inode *i)
{
    return (i->mode & S_IFMT) == S_IFLNK;
}

int is_pipe(struct inode *i)
{
    return (i->mode & S_IFMT) == S_IFIFO;
}

int is_socket(struct inode *i)
{
    return (i->mode & S_IFMT) == S_IFSOCK;
}

static int charge(struct inode *i, u64 bytes, enum quota_kind kind)
{
    int error = quota_take(i->charged_user, bytes, kind);

    if (!error) i->charged += bytes;
    return error;
}

int inode_charge(struct inode *i, u64 bytes)
{
    return charge(i, bytes, QUOTA_KEPT);
}

/* Who makes it owns it, and is charged for it. It may be one of /proc's; what is kept has a name, too. */
static int inode_charge_new(struct inode *i)
{
    i->user = i->charged_user = current->who.file_user;
    i->group = current->who.file_group;
    return charge(i, allocated_size(sizeof *i), QUOTA_OPEN);
}

/* The charge goes with it. */
int inode_set_user(struct inode *i, u32 user)
{
    int error = quota_take(user, i->charged, QUOTA_KEPT);

    if (error) return error;
    quota_return(i->charged_user, i->charged);
    i->user = i->charged_user = user;
    return 0;
}

struct inode *inode_new(u32 mode)
{
    struct inode *i = allocate(sizeof *i);

    if (!i) return NULL;
    if (current && inode_charge_new(i) < 0) {
        release(i);
        return NULL;
    }
    CHECK(live_inodes++);
    i->number = ++last_number;
    i->system = 1;
    i->mode = mode;
    i->holders = 1;
    i->accessed = i->modified = i->changed = i->born = time_now();
    return i;
}

struct inode *inode_hold(struct inode *i)
{
    i->holders++;
    return i;
}

/*
 * Whoever has a folder may go on to its parent, so a folder holds it: also one that was removed, and those of /proc.
 * The root is its own parent and does not hold itself.
 */
void inode_set_parent(struct inode *i, struct inode *parent)
{
    struct inode *old = i->parent;

    i->parent = parent == i ? i : inode_hold(parent);
    if (old && old != i) inode_release(old);
}

/* Parents are released in a loop: a chain of removed folders may be longer than the stack is deep. */
void inode_release(struct inode *i)
{
    struct inode *parent;

    for (; i; i = parent) {
        if (--i->holders > 0 || i->links > 0) return;
        if (i->watches) notify_end(i);
        parent = i->parent == i ? NULL : i->parent;
        if (i->memory) shared_memory_end(i);
        if (is_file(i)) data_free(i);
        if (i->pipe) pipe_free(i->pipe);
        if (i->terminal) pair_free(i->terminal);
        release(i->target);
        quota_return(i->charged_user, i->charged);
        release(i);
        CHECK(live_inodes--);
    }
}

void inode_touch(struct inode *i)
{
    i->modified = i->changed = time_now();
}
