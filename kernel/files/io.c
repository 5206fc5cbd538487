/* One transfer: where its bytes go to or come from, in one piece or several, and how many are left. */
#include "base.h"
#include "files.h"
#include "memory.h"

static void begin(struct io *io, u64 size)
{
    clear_bytes(io, sizeof *io);
    io->left = io->piece = size;
}

void io_user(struct io *io, u64 address, u64 size)
{
    begin(io, size);
    io->user = address;
}

void io_kernel(struct io *io, void *buffer, u64 size)
{
    begin(io, size);
    io->kernel = buffer;
}

/* All lengths are looked at before anything is done; the program may change them later, but the sum stays the limit. */
int io_vector(struct io *io, u64 vector, u64 count)
{
    u64 piece[2], i, total = 0;

    if (count > IOV_MAX) return -EMSGSIZE;
    for (i = 0; i < count; i++) {
        if (copy_in(piece, vector + 16 * i, 16) < 0) return -EFAULT;
        if ((s64)piece[1] < 0) return -EINVAL;
        total = add_at_most(total, piece[1], TRANSFER_MAX);
    }
    begin(io, total);
    io->piece = 0;
    io->vector = vector;
    io->pieces = count;
    return 0;
}

/* How much of `size` lies in one piece; 0: there is none, or its address cannot be read. */
static u64 part_of(struct io *io, u64 size)
{
    u64 piece[2];

    while (io->piece == 0) {
        if (io->pieces == 0 || copy_in(piece, io->vector, 16) < 0) return 0;
        io->pieces--;
        io->vector += 16;
        io->user = piece[0];
        io->piece = piece[1];
    }
    return size < io->piece ? size : io->piece;
}

static void advance(struct io *io, u64 size)
{
    if (io->kernel) io->kernel += size;
    else io->user += size;
    io->piece -= size;
    io->left -= size;
    io->done += size;
}

enum way { PUT, GET, CLEAR };

static int move_part(struct io *io, enum way way, void *buffer, u64 size)
{
    if (io->kernel) {
        if (way == PUT) copy_bytes(io->kernel, buffer, size);
        else if (way == GET) copy_bytes(buffer, io->kernel, size);
        else clear_bytes(io->kernel, size);
        return 0;
    }
    if (way == PUT) return copy_out(io->user, buffer, size);
    return way == GET ? copy_in(buffer, io->user, size) : clear_out(io->user, size);
}

/* All of it, or nothing counts. */
static int move(struct io *io, enum way way, u8 *buffer, u64 size)
{
    struct io before = *io;
    u64 part;

    for (; size > 0; size -= part) {
        part = part_of(io, size);
        if (part == 0 || move_part(io, way, buffer, part) < 0) {
            *io = before;
            return -EFAULT;
        }
        advance(io, part);
        if (buffer) buffer += part;
    }
    return 0;
}

int io_put(struct io *io, const void *from, u64 size)
{
    return move(io, PUT, (u8 *)from, size);
}

int io_get(struct io *io, void *to, u64 size)
{
    return move(io, GET, to, size);
}

int io_clear(struct io *io, u64 size)
{
    return move(io, CLEAR, NULL, size);
}

int io_check(struct io *io)
{
    struct io left = *io;
    u64 part, in_page;
    u8 byte;

    while (!io->kernel && left.left > 0) {
        part = part_of(&left, left.left);
        if (part == 0 || copy_in(&byte, left.user, 1) < 0) return -EFAULT;
        in_page = PAGE_SIZE - (left.user & PAGE_MASK);
        advance(&left, part < in_page ? part : in_page);
    }
    return 0;
}
