/* A process's descriptors: numbers for open files. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct descriptors *descriptors_new(void)
{
    struct descriptors *d = allocate(sizeof *d);

    if (!d) return NULL;
    d->holders = 1;
    return d;
}

static struct file **slot(struct descriptors *d, int fd)
{
    struct file **block = d->blocks[fd / DESCRIPTOR_BLOCK];

    return block ? &block[fd % DESCRIPTOR_BLOCK] : NULL;
}

static struct file **make_slot(struct descriptors *d, int fd)
{
    struct file ***block = &d->blocks[fd / DESCRIPTOR_BLOCK];

    if (!*block) *block = allocate(DESCRIPTOR_BLOCK * sizeof(struct file *));
    return slot(d, fd);
}

static void set_flag(struct descriptors *d, int fd, int close_on_exec)
{
    if (close_on_exec) d->close_on_exec[fd / 8] |= 1 << fd % 8;
    else d->close_on_exec[fd / 8] &= ~(1 << fd % 8);
}

struct descriptors *descriptors_copy(struct descriptors *d)
{
    struct descriptors *copy = descriptors_new();
    u64 b;
    int i;

    if (!copy) return NULL;
    copy_bytes(copy->close_on_exec, d->close_on_exec, sizeof d->close_on_exec);
    for (b = 0; b < COUNT_OF(d->blocks); b++) {
        if (!d->blocks[b]) continue;
        copy->blocks[b] = allocate(DESCRIPTOR_BLOCK * sizeof(struct file *));
        if (!copy->blocks[b]) {
            descriptors_release(copy);
            return NULL;
        }
        for (i = 0; i < DESCRIPTOR_BLOCK; i++)
            if (d->blocks[b][i]) copy->blocks[b][i] = file_hold(d->blocks[b][i]);
    }
    return copy;
}

/* Whichever of its descriptors of a file a process closes, its locks of the file are gone. */
static void let_go(struct descriptors *d, struct file *f)
{
    if (f->inode->locks) locks_end(f->inode, d);
    file_release(f);
}

void descriptors_release(struct descriptors *d)
{
    u64 b;
    int i;

    if (--d->holders > 0) return;
    for (b = 0; b < COUNT_OF(d->blocks); b++) {
        if (!d->blocks[b]) continue;
        for (i = 0; i < DESCRIPTOR_BLOCK; i++)
            if (d->blocks[b][i]) let_go(d, d->blocks[b][i]);
        release(d->blocks[b]);
    }
    release(d);
}

static void close_slot(struct descriptors *d, int fd)
{
    struct file **at = slot(d, fd);
    struct file *f;

    if (!at || !*at) return;
    f = *at;
    *at = NULL;
    set_flag(d, fd, 0);
    let_go(d, f);
}

void descriptors_close_on_exec(struct descriptors *d)
{
    int fd;

    for (fd = 0; fd < DESCRIPTORS; fd++)
        if (d->close_on_exec[fd / 8] & 1 << fd % 8) close_slot(d, fd);
}

struct file *descriptors_file(struct descriptors *d, int fd)
{
    struct file **at;

    if (fd < 0 || fd >= DESCRIPTORS) return NULL;
    at = slot(d, fd);
    return at ? *at : NULL;
}

struct file *descriptor_file(int fd)
{
    return descriptors_file(current->files, fd);
}

/* Who shares the descriptors may close it while the caller sleeps. */
struct file *descriptor_hold(int fd)
{
    struct file *f = descriptor_file(fd);

    return f ? file_hold(f) : NULL;
}

int descriptor_is(int fd, struct file *f)
{
    return descriptor_file(fd) == f;
}

/* RLIMIT_NOFILE is a process's own, also where others share the table. */
int descriptor_limit(void)
{
    u64 limit = current->limits[RLIMIT_NOFILE];

    return limit < DESCRIPTORS ? limit : DESCRIPTORS;
}

int descriptor_is_left(void)
{
    int fd, limit = descriptor_limit();

    for (fd = 0; fd < limit && descriptor_file(fd); fd++)
        ;
    return fd < limit;
}

int descriptor_add(struct file *f, int lowest, int close_on_exec)
{
    struct file **at;
    int fd, limit = descriptor_limit();

    for (fd = lowest; fd < limit; fd++) {
        at = make_slot(current->files, fd);
        if (!at) break;
        if (*at) continue;
        *at = f;
        set_flag(current->files, fd, close_on_exec);
        return fd;
    }
    file_release(f);
    return -EMFILE;
}

int descriptor_set(int fd, struct file *f, int close_on_exec)
{
    struct file **at;

    if (fd < 0 || fd >= descriptor_limit() || !(at = make_slot(current->files, fd))) {
        file_release(f);
        return -EBADF;
    }
    close_slot(current->files, fd);
    *at = f;
    set_flag(current->files, fd, close_on_exec);
    return fd;
}

int descriptor_close(int fd)
{
    if (!descriptor_file(fd)) return -EBADF;
    close_slot(current->files, fd);
    return 0;
}

void descriptors_close_range(u32 first, u32 last, int on_exec)
{
    u32 fd;

    for (fd = first; fd <= last && fd < DESCRIPTORS; fd++) {
        if (!on_exec) close_slot(current->files, fd);
        else if (descriptor_file(fd)) set_flag(current->files, fd, 1);
    }
}

int descriptor_flags(int fd)
{
    return current->files->close_on_exec[fd / 8] & 1 << fd % 8 ? FD_CLOEXEC : 0;
}

void descriptor_set_flags(int fd, int close_on_exec)
{
    set_flag(current->files, fd, close_on_exec);
}
