/* Bytes: read write lseek and their relatives. */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"
#include "system.h"

enum direction { IN, OUT };

static s64 transfer(struct file *f, u64 *offset, enum direction direction, u64 address, u64 size)
{
    struct io io;

    if ((s64)size < 0) return -EINVAL;
    if (size > TRANSFER_MAX) size = TRANSFER_MAX;
    if (address >= USER_TOP && size > 0) return -EFAULT;
    io_user(&io, address, size);
    return direction == IN ? file_read(f, offset, &io) : file_write(f, offset, &io);
}

/* Several pieces, one after the other. */
static s64 transfer_vector(struct file *f, u64 *offset, enum direction direction, u64 vector, u64 count)
{
    u64 piece[2], i, total = 0;
    struct io io;
    s64 result;

    if ((int)count < 0 || count > IOV_MAX) return -EINVAL;
    for (i = 0; i < count; i++) {
        if (copy_in(piece, vector + 16 * i, 16) < 0) return -EFAULT;
        if ((s64)piece[1] < 0 || total + piece[1] > TRANSFER_MAX) return -EINVAL;
        total += piece[1];
    }
    /* A message is sent and received as a whole. */
    if (socket_is(f)) {
        if (io_vector(&io, vector, count) < 0) return -EFAULT;
        return direction == IN ? file_read(f, offset, &io) : file_write(f, offset, &io);
    }
    /* An empty transfer still says whether the file can be read or written. */
    if (total == 0) return transfer(f, offset, direction, 0, 0);
    for (i = 0, total = 0; i < count; i++) {
        if (copy_in(piece, vector + 16 * i, 16) < 0) return total ? (s64)total : -EFAULT;
        if (piece[1] == 0) continue;
        /* With something done, a pipe or terminal that would wait now is the end. */
        if (direction == IN && total > 0 && !(f->type->ready(f) & POLLIN)) break;
        result = transfer(f, offset, direction, piece[0], piece[1]);
        if (result < 0) return total ? (s64)total : result;
        total += result;
        if ((u64)result < piece[1]) break;
        give_way();
    }
    return total;
}

typedef s64 transfer_of(struct file *f, u64 *offset, enum direction direction, u64 address, u64 count);

/* Where the file stands: a[0] its descriptor, a[1] and a[2] what the transfer takes. */
static s64 transfer_onward(transfer_of *transfer, enum direction direction, u64 *a)
{
    struct file *f = descriptor_hold(a[0]);
    s64 result;

    if (!f) return -EBADF;
    result = transfer(f, &f->offset, direction, a[1], a[2]);
    file_release(f);
    return result;
}

/* At an offset of its own, a[3]; where the file stands does not change. */
static s64 transfer_at(transfer_of *transfer, enum direction direction, u64 *a)
{
    struct file *f = descriptor_hold(a[0]);
    u64 offset = a[3];
    s64 result;

    if ((s64)offset < 0) result = -EINVAL;
    else if (!f) return -EBADF;
    else if (f->flags & O_PATH) result = -EBADF;
    else if (!f->type->seeks) result = -ESPIPE;
    else result = transfer(f, &offset, direction, a[1], a[2]);
    if (f) file_release(f);
    return result;
}

s64 call_read(u64 *a)
{
    return transfer_onward(transfer, IN, a);
}

s64 call_write(u64 *a)
{
    return transfer_onward(transfer, OUT, a);
}

s64 call_readv(u64 *a)
{
    return transfer_onward(transfer_vector, IN, a);
}

s64 call_writev(u64 *a)
{
    return transfer_onward(transfer_vector, OUT, a);
}

s64 call_pread64(u64 *a)
{
    return transfer_at(transfer, IN, a);
}

s64 call_pwrite64(u64 *a)
{
    return transfer_at(transfer, OUT, a);
}

s64 call_preadv(u64 *a)
{
    return transfer_at(transfer_vector, IN, a);
}

s64 call_pwritev(u64 *a)
{
    return transfer_at(transfer_vector, OUT, a);
}

enum { RWF_HIPRI = 1, RWF_DSYNC = 2, RWF_SYNC = 4, RWF_NOWAIT = 8, RWF_APPEND = 16 };

/* With flags, a[5]; an offset of -1 is where the file stands. */
static s64 transfer_with_flags(enum direction direction, u64 *a)
{
    struct file *f = descriptor_hold(a[0]);
    u64 offset = a[3];
    s64 result;

    if (!f) return -EBADF;
    if ((u32)a[5] & ~(u32)(RWF_HIPRI | RWF_DSYNC | RWF_SYNC | RWF_NOWAIT | RWF_APPEND)) result = -EOPNOTSUPP;
    else if (offset != ~0UL && !f->type->seeks) result = -ESPIPE;
    else if ((s64)offset < -1) result = -EINVAL;
    else if (a[5] & RWF_NOWAIT && !(f->type->ready(f) & (direction == IN ? POLLIN : POLLOUT))) result = -EAGAIN;
    else if (a[5] & RWF_APPEND && direction == OUT && f->type->seeks) {
        u64 end = f->inode->size;

        result = transfer_vector(f, &end, direction, a[1], a[2]);
        if (result > 0 && offset == ~0UL) f->offset = end;
    } else result = transfer_vector(f, offset == ~0UL ? &f->offset : &offset, direction, a[1], a[2]);
    file_release(f);
    return result;
}

s64 call_preadv2(u64 *a)
{
    return transfer_with_flags(IN, a);
}

s64 call_pwritev2(u64 *a)
{
    return transfer_with_flags(OUT, a);
}

/* ---- lseek ---- */

static s64 seek(struct file *f, u64 from, s64 by)
{
    if (by > 0 && add_at_most(from, by, 1UL << 63) == 1UL << 63) return -EINVAL;
    if (by < 0 && from < 0 - (u64)by) return -EINVAL;
    return f->offset = from + by;
}

s64 call_lseek(u64 *a)
{
    struct file *f = descriptor_file(a[0]);
    s64 to = a[1];

    if (!f) return -EBADF;
    if (f->flags & O_PATH) return -EBADF;
    /* What counts, times or waits has a place, which is its beginning. */
    if (!f->type->seeks) return f->inode->mode & S_IFMT ? -ESPIPE : 0;
    if (f->inode->device && f->type->ready == always_ready) return 0;
    switch ((int)a[2]) {
    case SEEK_SET: return seek(f, 0, to);
    case SEEK_CUR: return seek(f, f->offset, to);
    case SEEK_END: return is_folder(f->inode) ? -EINVAL : seek(f, f->inode->size, to);
    }
    return -EINVAL;
}

/* ---- From file to file ---- */

/* Copies through a page; what was read and found no room is given back by the offset. */
static s64 copy_file(struct file *from, u64 *from_offset, struct file *to, u64 *to_offset, u64 size)
{
    u8 *buffer = allocate(PAGE_SIZE);
    u64 total = 0, before;
    s64 got, put = 0;
    struct io io;

    if (!buffer) return -ENOMEM;
    while (total < size) {
        before = *from_offset;
        io_kernel(&io, buffer, size - total < PAGE_SIZE ? size - total : PAGE_SIZE);
        got = file_read(from, from_offset, &io);
        put = got;
        if (got <= 0) break;
        io_kernel(&io, buffer, got);
        put = file_write(to, to_offset, &io);
        if (put < got) *from_offset = before + (put > 0 ? put : 0);
        if (put > 0) total += put;
        if (put < got) break;
        give_way();
    }
    release(buffer);
    return total > 0 || put >= 0 ? (s64)total : put;
}

/* Both files held, and what is done with them: it looks for the second one, which may be missing. */
static s64 with_two_files(int first, int second, s64 (*function)(struct file *first, struct file *second, u64 *a), u64 *a)
{
    struct file *f = descriptor_hold(first), *g = descriptor_hold(second);
    s64 result = f ? function(f, g, a) : -EBADF;

    if (f) file_release(f);
    if (g) file_release(g);
    return result;
}

static s64 send_file(struct file *from, struct file *to, u64 *a)
{
    u64 offset;
    s64 result;

    if (a[2] && copy_in(&offset, a[2], 8) < 0) return -EFAULT;
    if ((from->flags & O_ACCMODE) == O_WRONLY || from->flags & O_PATH) return -EBADF;
    if (a[2] && !from->type->seeks) return -ESPIPE;
    if (a[2] && (s64)offset < 0) return -EINVAL;
    if (!to || (to->flags & O_ACCMODE) == O_RDONLY || to->flags & O_PATH) return -EBADF;
    if (!from->type->seeks || is_folder(from->inode)) return -EINVAL;
    if (a[3] > TRANSFER_MAX) a[3] = TRANSFER_MAX;
    if (!a[2]) return copy_file(from, &from->offset, to, &to->offset, a[3]);
    result = copy_file(from, &offset, to, &to->offset, a[3]);
    return copy_out(a[2], &offset, 8) < 0 ? -EFAULT : result;
}

s64 call_sendfile(u64 *a)
{
    return with_two_files(a[1], a[0], send_file, a);
}

static s64 copy_range(struct file *from, struct file *to, u64 *a)
{
    u64 in, out;
    s64 result;

    if (!to) return -EBADF;
    if (a[5] || ((from->flags | to->flags) & O_PATH)) return a[5] ? -EINVAL : -EBADF;
    if (!is_file(from->inode) || !is_file(to->inode)) return is_folder(from->inode) || is_folder(to->inode) ? -EISDIR : -EINVAL;
    if ((from->flags & O_ACCMODE) == O_WRONLY || (to->flags & O_ACCMODE) == O_RDONLY) return -EBADF;
    in = from->offset;
    out = to->offset;
    if ((a[1] && copy_in(&in, a[1], 8) < 0) || (a[3] && copy_in(&out, a[3], 8) < 0)) return -EFAULT;
    if (a[4] > TRANSFER_MAX) a[4] = TRANSFER_MAX;
    result = copy_file(from, &in, to, &out, a[4]);
    if (a[1]) result = copy_out(a[1], &in, 8) < 0 ? -EFAULT : result;
    else from->offset = in;
    if (a[3]) result = copy_out(a[3], &out, 8) < 0 ? -EFAULT : result;
    else to->offset = out;
    return result;
}

s64 call_copy_file_range(u64 *a)
{
    return with_two_files(a[0], a[2], copy_range, a);
}
