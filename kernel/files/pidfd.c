/* A descriptor for a process: ready when the process has ended. It means that process for ever, whoever gets its id later. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct process_file {
    int id;
    u64 serial;
};

static int pidfd_ready(struct file *f)
{
    struct process *p = pidfd_process(f);

    return p && p->alive ? 0 : POLLIN | POLLRDNORM;
}

static u64 pidfd_edges(struct file *f, u32 events)
{
    (void)events;
    return pidfd_ready(f) != 0;
}

static void pidfd_close(struct file *f)
{
    release(f->own);
}

static const struct file_type pidfd_type = { NULL, NULL, NULL, pidfd_ready, pidfd_close, 0, 0, pidfd_edges };

static int pidfd_open(struct file *f)
{
    f->own = allocate(sizeof(struct process_file));
    f->type = &pidfd_type;
    return f->own ? 0 : -ENOMEM;
}

static const struct device pidfd_device = { "anon_inode:[pidfd]", 0, &pidfd_type, pidfd_open };

int pidfd_make(struct process *p, int flags, struct file **made)
{
    int error = device_make(&pidfd_device, O_RDWR | flags, made);
    struct process_file *own;

    if (error) return error;
    own = (*made)->own;
    own->id = p->id;
    own->serial = p->serial;
    return 0;
}

int pidfd_is(struct file *f)
{
    return f->type == &pidfd_type;
}

int pidfd_id(struct file *f)
{
    return ((struct process_file *)f->own)->id;
}

struct process *pidfd_process(struct file *f)
{
    struct process_file *own = f->own;
    struct process *p = process_find(own->id);

    return p && p->serial == own->serial ? p : NULL;
}
