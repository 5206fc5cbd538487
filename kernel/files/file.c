/* Open files: what they are opened on decides who reads and writes them. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "net.h"
#include "process.h"
#include "terminal.h"

static s64 regular_read(struct file *f, u64 *offset, struct io *io)
{
    s64 result = data_read(f->inode, *offset, io);

    if (result > 0) *offset += result;
    return result;
}

static s64 regular_write(struct file *f, u64 *offset, struct io *io)
{
    s64 result;

    u64 limit = current->limits[RLIMIT_FSIZE];

    if (f->flags & O_APPEND) *offset = f->inode->size;
    if (*offset >= limit) {
        signal_send(current, SIGXFSZ, SI_KERNEL, 0);
        return -EFBIG;
    }
    if (io->left > limit - *offset) io->left = limit - *offset;
    if (f->inode->seals) {
        if (f->inode->seals & (F_SEAL_WRITE | F_SEAL_FUTURE_WRITE)) return -EPERM;
        if (f->inode->seals & F_SEAL_GROW) {
            if (*offset >= f->inode->size) return -EPERM;
            if (io->left > f->inode->size - *offset) io->left = f->inode->size - *offset;
        }
    }
    inode_drop_privileges(f->inode);
    result = data_write(f->inode, *offset, io);
    if (result > 0) *offset += result;
    return result;
}

int always_ready(struct file *f)
{
    (void)f;
    return POLLIN | POLLRDNORM | POLLOUT | POLLWRNORM;
}

const struct file_type regular_type = { regular_read, regular_write, NULL, always_ready, NULL, 1 };
const struct file_type folder_type = { NULL, NULL, NULL, always_ready, NULL, 1 };

/* ---- Texts of /proc ---- */

static s64 text_read(struct file *f, u64 *offset, struct io *io)
{
    u64 length = f->text_length, size;

    if (*offset >= length) return 0;
    size = length - *offset < io->left ? length - *offset : io->left;
    if (io_put(io, f->text + *offset, size) < 0) return -EFAULT;
    *offset += size;
    return size;
}

static void text_close(struct file *f)
{
    release(f->text);
}

const struct file_type text_type = { text_read, NULL, NULL, always_ready, text_close, 1 };

/* ---- Open files ---- */

static int start_device(struct file *f)
{
    const struct device *d = f->inode->device;

    if (d->open) return d->open(f);
    f->type = d->type;
    return 0;
}

static int start(struct file *f)
{
    struct inode *i = f->inode;

    if (i->proc_kind && !is_folder(i)) return proc_open(f);
    if (is_folder(i)) f->type = &folder_type;
    else if (is_pipe(i)) return pipe_open(f);
    else if (is_socket(i) || (!i->device && ((i->mode & S_IFMT) == S_IFCHR || (i->mode & S_IFMT) == S_IFBLK))) return -ENXIO;
    else if (i->device) return i->device->number ? start_device(f) : -ENXIO;     /* without one: what has no name in the tree */
    else {
        if (f->flags & (O_ACCMODE | O_TRUNC) && i->runners) return -ETXTBSY;
        if (f->flags & O_TRUNC && memfd_refuses_size(i, 0)) return -EPERM;
        f->type = &regular_type;
        if (f->flags & O_ACCMODE) i->writers++;
        if (f->flags & O_TRUNC) {
            inode_drop_privileges(i);
            data_resize(i, 0);
        }
    }
    return 0;
}

/* With what it may have besides: a page of text, a line in a list of waits. */
#define FILE_CHARGE 512

static struct file *file_new(struct inode *i, int flags)
{
    struct file *f = allocate(sizeof *f);

    if (!f) return NULL;
    f->charged_user = current ? current->who.file_user : 0;
    if (quota_take(f->charged_user, FILE_CHARGE, QUOTA_OPEN) < 0) {
        release(f);
        return NULL;
    }
    CHECK(live_files++);
    f->holders = 1;
    f->flags = flags;
    f->inode = inode_hold(i);
    return f;
}

static void file_free(struct file *f)
{
    if (f->type == &regular_type && f->flags & O_ACCMODE) f->inode->writers--;
    file_drop_name(f);
    inode_release(f->inode);
    quota_return(f->charged_user, FILE_CHARGE);
    release(f);
    CHECK(live_files--);
}

/* What could be opened is given out, without the flags that only mattered to opening. */
static int finish(struct file *f, int error, struct file **opened)
{
    if (error) {
        file_free(f);
        return error;
    }
    f->flags &= ~(O_CREAT | O_EXCL | O_NOCTTY | O_TRUNC | O_CLOEXEC);
    *opened = f;
    return 0;
}

int file_open(struct inode *i, int flags, struct file **opened)
{
    struct file *f = file_new(i, flags);

    if (!f) return -ENFILE;
    if (flags & O_PATH) f->type = &folder_type;
    return finish(f, flags & O_PATH ? 0 : start(f), opened);
}

int file_open_device(struct inode *i, int flags, struct file **opened)
{
    struct file *f = file_new(i, flags);

    return f ? finish(f, start_device(f), opened) : -ENFILE;
}

struct file *file_hold(struct file *f)
{
    f->holders++;
    return f;
}

void file_release(struct file *f)
{
    if (--f->holders > 0) {
        if (f->holders == f->in_flight && socket_is(f)) rights_collect();
        return;
    }
    if (f->inode->locks) locks_end(f->inode, f);
    if (f->watchers) epoll_forget(f);
    notify_file(f, (f->flags & O_ACCMODE) == O_RDONLY ? IN_CLOSE_NOWRITE : IN_CLOSE_WRITE);
    if (f->type->close) f->type->close(f);
    if (f->terminal) terminal_detach(f);
    file_free(f);
}

s64 file_read(struct file *f, u64 *offset, struct io *io)
{
    s64 result;

    if ((f->flags & O_ACCMODE) == O_WRONLY || f->flags & O_PATH) return -EBADF;
    if (is_folder(f->inode)) return -EISDIR;
    if (!f->type->read) return -EINVAL;
    if (io->left == 0 && !f->type->takes_empty) return 0;
    f->inode->accessed = time_now();
    result = f->type->read(f, offset, io);
    if (result > 0) notify_file(f, IN_ACCESS);
    return result;
}

s64 file_write(struct file *f, u64 *offset, struct io *io)
{
    s64 result;

    if ((f->flags & O_ACCMODE) == O_RDONLY || f->flags & O_PATH) return -EBADF;
    if (!f->type->write) return -EINVAL;
    if (io->left == 0 && !f->type->takes_empty) return 0;
    result = f->type->write(f, offset, io);
    if (result > 0) notify_file(f, IN_MODIFY);
    return result;
}
