/*
 * Pairs of terminals: what is written to the master was typed at the slave, and what the slave shows is read from the master. Opening
 * /dev/ptmx makes a pair; its slave is /dev/pts/N as long as the master is open.
 */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "terminal.h"

enum { TTY_GROUP = 5, SLAVES_MAJOR = 136 };
enum { TIOCGPTN = 0x80045430, TIOCSPTLCK = 0x40045431, TIOCGPTLCK = 0x80045439, TIOCGPTPEER = 0x5441 };

struct terminal *pairs[PAIRS];

static const struct file_type master_type;

static int slave_open(struct file *f)
{
    struct terminal *t = f->inode->terminal;

    if (!t->has_master || t->is_locked) return -EIO;
    terminal_attach(f, t);
    t->slaves++;
    t->was_opened = 1;
    if (!(f->flags & O_NOCTTY)) terminal_acquire(t);
    return 0;
}

/* ---- Making one, and its end ---- */

void pair_free(struct terminal *t)
{
    pairs[t->index] = NULL;
    release(t->typed);
    release(t->written);
    release(t);
}

static struct terminal *pair_new(int index)
{
    struct terminal *t = allocate(sizeof *t);

    if (!t) return NULL;
    t->index = index;
    terminal_init(t, allocate(TYPED));
    t->written = allocate(WRITTEN);
    t->inode = inode_new(S_IFCHR | 0620);
    if (!t->typed || !t->written || !t->inode || inode_charge(t->inode, 3 * PAGE_SIZE) < 0) {
        if (t->inode) inode_release(t->inode);
        pair_free(t);
        return NULL;
    }
    format_text(t->name, sizeof t->name, "/dev/pts/%d", index);
    t->device.number = SLAVES_MAJOR << 8 | index;
    t->device.open = slave_open;
    t->inode->system = PAIRS_SYSTEM;
    t->inode->group = TTY_GROUP;
    t->inode->device = &t->device;
    t->inode->terminal = t;
    t->inode->links = 1;
    t->has_master = t->is_locked = 1;
    return t;
}

int master_open(struct file *f)
{
    struct terminal *t;
    int index = 0, most = may(CAP_SYS_RESOURCE) ? PAIRS : PAIRS - KEPT_PAIRS;

    while (index < most && pairs[index]) index++;
    if (index == most) return -ENOSPC;
    t = pair_new(index);
    if (!t) return -ENOMEM;
    pairs[index] = t;
    terminal_attach(f, t);
    f->type = &master_type;
    /* The master's hold is the one that is left now. */
    inode_release(t->inode);
    return 0;
}

static void master_close(struct file *f)
{
    struct terminal *t = f->terminal;

    t->has_master = 0;
    t->inode->links = 0;
    terminal_hang_up(t);
    wake_up(t->typed);
    wake_up(t->written);
}

/* ---- The master's side ---- */

static int is_left(struct terminal *t)
{
    return t->was_opened && t->slaves == 0;
}

static s64 master_read(struct file *f, u64 *offset, struct io *io)
{
    struct terminal *t = f->terminal;
    u64 size, in_page;
    int error;

    (void)offset;
    while (t->written_first == t->written_last) {
        if (is_left(t)) return -EIO;
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        error = sleep_on(t->written, 0);
        if (error) return error;
    }
    while (io->left > 0 && (size = t->written_last - t->written_first) > 0) {
        in_page = WRITTEN - t->written_first % WRITTEN;
        if (size > in_page) size = in_page;
        if (size > io->left) size = io->left;
        if (io_put(io, t->written + t->written_first % WRITTEN, size) < 0) break;
        t->written_first += size;
    }
    wake_up(t->written);
    return io->done > 0 ? (s64)io->done : -EFAULT;
}

/* A line that is too long loses its end; whole lines wait until they are read. */
static s64 master_write(struct file *f, u64 *offset, struct io *io)
{
    struct terminal *t = f->terminal;
    int error = 0;
    u8 byte;

    (void)offset;
    while (!error && io->left > 0) {
        if (!terminal_has_room(t) && t->complete > t->first) {
            error = f->flags & O_NONBLOCK ? -EAGAIN : sleep_on(&t->first, 0);
            continue;
        }
        error = io_get(io, &byte, 1);
        if (!error) terminal_take(t, byte);
        give_way();
    }
    /* The echo. */
    wake_up(t->written);
    return io->done > 0 ? (s64)io->done : error;
}

static s64 open_peer(struct terminal *t, u64 flags)
{
    struct file *f;
    int error = flags & ~(u64)(O_ACCMODE | O_NOCTTY | O_CLOEXEC | O_NONBLOCK) ? -EINVAL : file_open_device(t->inode, flags, &f);

    return error ? error : descriptor_add(f, 0, flags & O_CLOEXEC);
}

static s64 master_control(struct file *f, u64 request, u64 argument)
{
    struct terminal *t = f->terminal;
    int number;

    switch (request) {
    case TIOCGPTN: return copy_out(argument, &t->index, 4);
    case TIOCGPTLCK: return copy_out(argument, &t->is_locked, 4);
    case TIOCSPTLCK:
        if (copy_in(&number, argument, 4) < 0) return -EFAULT;
        t->is_locked = number != 0;
        return 0;
    case TIOCGPTPEER: return open_peer(t, argument);
    }
    return terminal_control(t, 1, request, argument);
}

static int master_ready(struct file *f)
{
    struct terminal *t = f->terminal;

    return (terminal_has_room(t) || t->complete == t->first ? POLLOUT | POLLWRNORM : 0)
        | (t->written_last > t->written_first ? POLLIN | POLLRDNORM : 0) | (is_left(t) ? POLLHUP : 0);
}

static const struct file_type master_type = { master_read, master_write, master_control, master_ready, master_close, 0 };

/* ---- /dev/pts ---- */

static struct inode *find(struct inode *folder, const char *name)
{
    int i;

    (void)folder;
    for (i = 0; i < PAIRS; i++)
        if (pairs[i] && pairs[i]->has_master && strings_equal(pairs[i]->name + sizeof "/dev/pts", name)) return inode_hold(pairs[i]->inode);
    return NULL;
}

static int list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    int i;

    (void)folder;
    for (i = 0; i < PAIRS; i++) {
        if (!pairs[i] || !pairs[i]->has_master || n-- > 0) continue;
        format_text(name, NAME_MAX + 1, "%d", i);
        *number = pairs[i]->inode->number;
        *mode = pairs[i]->inode->mode;
        return 1;
    }
    return 0;
}

const struct virtual_folder pairs_folder = { find, list };
