/* Files without a name: what is behind shared memory, and those of memfd_create with their seals. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

static u64 pages_of(struct inode *i)
{
    return PAGE_UP(i->size) / PAGE_SIZE;
}

/* It goes with the programs that have it mapped, so no user is charged for it. Its size never changes. */
struct inode *shared_memory_new(u64 size, int is_promised)
{
    struct inode *i = inode_new(S_IFREG | 0777);

    if (!i) return NULL;
    inode_set_user(i, 0);
    i->size = size;
    i->memory = is_promised ? PROMISED_MEMORY : UNPROMISED_MEMORY;
    i->seals = F_SEAL_SEAL;
    if (is_promised) pages_promised += pages_of(i);
    return i;
}

void shared_memory_end(struct inode *i)
{
    if (i->memory == PROMISED_MEMORY) pages_promised -= pages_of(i);
}

/* ---- memfd ---- */

/* `target`, which links have their text in, is its name here. */
int memfd_make(const char *name, int can_be_sealed, struct file **made)
{
    u64 size = string_length(name) + sizeof "/memfd:";
    struct inode *i = inode_new(S_IFREG | 0777);
    int error;

    if (!i) return -ENFILE;
    i->memory = MEMFD;
    i->seals = can_be_sealed ? 0 : F_SEAL_SEAL;
    i->target = allocate(size);
    error = i->target ? file_open(i, O_RDWR, made) : -ENOMEM;
    if (i->target) format_text(i->target, size, "/memfd:%s", name);
    inode_release(i);
    return error;
}

s64 memfd_seals(struct file *f)
{
    return f->inode->memory == MEMFD ? f->inode->seals : -EINVAL;
}

/* Seals only ever come; no write may be possible any more that one of them forbids. */
s64 memfd_add_seals(struct file *f, u32 seals)
{
    struct inode *i = f->inode;

    if (i->memory != MEMFD) return -EINVAL;
    if (!(f->flags & O_ACCMODE)) return -EPERM;
    if (seals & ~(u32)F_SEALS) return -EINVAL;
    if (i->seals & F_SEAL_SEAL) return -EPERM;
    if (seals & F_SEAL_WRITE && !(i->seals & F_SEAL_WRITE) && mappings_can_write(i)) return -EBUSY;
    i->seals |= seals;
    return 0;
}

int memfd_refuses_size(struct inode *i, u64 size)
{
    return (size < i->size && i->seals & F_SEAL_SHRINK) || (size > i->size && i->seals & F_SEAL_GROW);
}
