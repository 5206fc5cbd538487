/* splice, tee, vmsplice: bytes from and to pipes. They are copied; no pages change hands. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

enum { SPLICE_NONBLOCK = 2, SPLICE_FLAGS = 15 };

#define SPLICE_MAX 0x7ffff000UL

static int reads(struct file *f)
{
    return (f->flags & O_ACCMODE) != O_WRONLY && !(f->flags & O_PATH);
}

static int writes(struct file *f)
{
    return (f->flags & O_ACCMODE) != O_RDONLY && !(f->flags & O_PATH);
}

/* From one pipe to another. With `keeps` (tee) the bytes stay in the first one. What one look finds is all. */
static s64 between_pipes(struct file *from, struct file *to, u64 size, int flags, int keeps)
{
    int waits = !(flags & SPLICE_NONBLOCK);
    s64 got;

    for (;;) {
        got = pipe_wait_bytes(from, waits);
        if (got <= 0) return got;
        got = pipe_wait_room(to, waits);
        if (got < 0) return got;
        /* Somebody may have read them while this one waited for room. */
        if (pipe_has_bytes(from)) return pipe_pass(from->inode, to->inode, size, keeps);
    }
}

/* Who else reads the pipe waits meanwhile: what is not written stays in it. */
static s64 from_pipe(struct file *from, struct file *to, u64 *offset, u64 size, int flags)
{
    s64 got = pipe_wait_bytes(from, !(flags & SPLICE_NONBLOCK)), put = 0;
    u8 *buffer;
    u64 total = 0, piece;
    struct io io;

    if (got <= 0) return got;
    buffer = allocate(PAGE_SIZE);
    if (!buffer) return -ENOMEM;
    pipe_claim(from->inode, 1);
    while (total < size && (piece = pipe_peek(from->inode, buffer, size - total < PAGE_SIZE ? size - total : PAGE_SIZE)) > 0) {
        io_kernel(&io, buffer, piece);
        put = file_write(to, offset, &io);
        if (put <= 0) break;
        pipe_skip(from->inode, put);
        total += put;
        if ((u64)put < piece) break;
        give_way();
    }
    pipe_claim(from->inode, 0);
    release(buffer);
    return total > 0 ? (s64)total : put;
}

/* Who else writes to the pipe waits meanwhile: what was read has room. */
static s64 to_pipe(struct file *from, u64 *offset, struct file *to, u64 size, int flags)
{
    s64 got = pipe_wait_room(to, !(flags & SPLICE_NONBLOCK));
    u64 total = 0, room, piece;
    u8 *buffer;
    struct io io;

    if (got < 0) return got;
    buffer = allocate(PAGE_SIZE);
    if (!buffer) return -ENOMEM;
    pipe_claim(to->inode, 1);
    while (total < size && (room = pipe_room(to->inode)) > 0) {
        if (total > 0 && !(from->type->ready(from) & POLLIN)) break;
        piece = size - total < room ? size - total : room;
        io_kernel(&io, buffer, piece < PAGE_SIZE ? piece : PAGE_SIZE);
        got = file_read(from, offset, &io);
        if (got <= 0) break;
        io_kernel(&io, buffer, got);
        /* Nothing is lost: if there is no memory for it, it is read again, where that is possible. */
        if (pipe_fill(to->inode, &io) < 0) {
            if (from->type->seeks) *offset -= io.left;
            total += io.done;
            got = -ENOMEM;
            break;
        }
        total += got;
        give_way();
    }
    pipe_claim(to->inode, 0);
    release(buffer);
    return total > 0 ? (s64)total : got;
}

/* Where a file is to be read or written: the place that was given, or its own. A pipe has none. */
static s64 place_of(struct file *f, u64 user, u64 *given, u64 **place)
{
    *place = &f->offset;
    if (!user) return 0;
    if (is_pipe(f->inode)) return -ESPIPE;
    if (copy_in(given, user, 8) < 0) return -EFAULT;
    if (!f->type->seeks) return -EINVAL;
    if ((s64)*given < 0) return -EINVAL;
    *place = given;
    return 0;
}

static s64 splice(struct file *from, struct file *to, u64 *a)
{
    u64 in, out, *from_place, *to_place, size = a[4] < SPLICE_MAX ? a[4] : SPLICE_MAX;
    int flags = a[5];
    s64 result;

    if (!reads(from) || !writes(to)) return -EBADF;
    result = place_of(from, a[1], &in, &from_place);
    if (!result) result = place_of(to, a[3], &out, &to_place);
    if (result) return result;
    if (is_pipe(from->inode) && is_pipe(to->inode)) {
        if (from->inode == to->inode) return -EINVAL;
        if ((from->flags | to->flags) & O_NONBLOCK) flags |= SPLICE_NONBLOCK;
        return between_pipes(from, to, size, flags, 0);
    }
    if (is_pipe(from->inode)) {
        if (!to->type->write || to->flags & O_APPEND) return -EINVAL;
        if (from->flags & O_NONBLOCK) flags |= SPLICE_NONBLOCK;
        result = from_pipe(from, to, to_place, size, flags);
    } else if (is_pipe(to->inode)) {
        if (!from->type->read || is_folder(from->inode)) return -EINVAL;
        if (to->flags & O_NONBLOCK) flags |= SPLICE_NONBLOCK;
        result = to_pipe(from, from_place, to, size, flags);
    } else return -EINVAL;
    if (result > 0 && ((a[1] && copy_out(a[1], &in, 8) < 0) || (a[3] && copy_out(a[3], &out, 8) < 0))) return -EFAULT;
    return result;
}

static s64 tee(struct file *from, struct file *to, u64 *a)
{
    int flags = a[3];

    if (!reads(from) || !writes(to)) return -EBADF;
    if (!is_pipe(from->inode) || !is_pipe(to->inode) || from->inode == to->inode) return -EINVAL;
    if ((from->flags | to->flags) & O_NONBLOCK) flags |= SPLICE_NONBLOCK;
    return between_pipes(from, to, a[2], flags, 1);
}

typedef s64 with_both(struct file *from, struct file *to, u64 *a);

static s64 with_files(int first, int second, with_both *function, u64 *a)
{
    struct file *f = descriptor_hold(first), *g = descriptor_hold(second);
    s64 result = f && g ? function(f, g, a) : -EBADF;

    if (f) file_release(f);
    if (g) file_release(g);
    return result;
}

s64 call_splice(u64 *a)
{
    if (a[4] == 0) return 0;
    if ((u32)a[5] & ~(u32)SPLICE_FLAGS) return -EINVAL;
    return with_files(a[0], a[2], splice, a);
}

s64 call_tee(u64 *a)
{
    if ((u32)a[3] & ~(u32)SPLICE_FLAGS) return -EINVAL;
    if (a[2] == 0) return 0;
    return with_files(a[0], a[1], tee, a);
}

/* A program's memory, in pieces, into a pipe or out of it: as writev and readv do, but whether to wait is said by the flag only. */
static s64 transfer_memory(struct file *f, u64 *a)
{
    int waits = !(a[3] & SPLICE_NONBLOCK), is_in = writes(f);
    u64 piece[2], i, total = 0;
    s64 result;
    struct io io;

    if (a[2] > IOV_MAX) return -EINVAL;
    for (i = 0; i < a[2]; i++) {
        if (copy_in(piece, a[1] + 16 * i, 16) < 0) return total ? (s64)total : -EFAULT;
        if ((s64)piece[1] < 0) return total ? (s64)total : -EINVAL;
        io_user(&io, piece[0], piece[1] < SPLICE_MAX ? piece[1] : SPLICE_MAX);
        while (io.left > 0) {
            if (!is_in && total > 0 && !pipe_has_bytes(f)) return total;
            result = is_in ? pipe_wait_room(f, waits) : pipe_wait_bytes(f, waits);
            if (result < 0 || (!is_in && result == 0)) return total ? (s64)total : result;
            result = io.done;
            if (is_in) pipe_fill(f->inode, &io);
            else pipe_drain(f->inode, &io);
            total += io.done - result;
            if (io.done == (u64)result) return total ? (s64)total : -EFAULT;
        }
    }
    return total;
}

s64 call_vmsplice(u64 *a)
{
    struct file *f;
    s64 result;

    if ((u32)a[3] & ~(u32)SPLICE_FLAGS) return -EINVAL;
    f = descriptor_hold(a[0]);
    if (!f) return -EBADF;
    result = !is_pipe(f->inode) || f->flags & O_PATH ? -EBADF : transfer_memory(f, a);
    file_release(f);
    return result;
}
