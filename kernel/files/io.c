/* One transfer: where its bytes go to or come from, and how many are left. */
#include "base.h"
#include "files.h"
#include "memory.h"

void io_user(struct io *io, u64 address, u64 size)
{
    io->user = address;
    io->kernel = NULL;
    io->left = size;
    io->done = 0;
}

void io_kernel(struct io *io, void *buffer, u64 size)
{
    io->user = 0;
    io->kernel = buffer;
    io->left = size;
    io->done = 0;
}

static void advance(struct io *io, u64 size)
{
    if (io->kernel) io->kernel += size;
    else io->user += size;
    io->left -= size;
    io->done += size;
}

int io_put(struct io *io, const void *from, u64 size)
{
    if (io->kernel) copy_bytes(io->kernel, from, size);
    else if (copy_out(io->user, from, size) < 0) return -EFAULT;
    advance(io, size);
    return 0;
}

int io_get(struct io *io, void *to, u64 size)
{
    if (io->kernel) copy_bytes(to, io->kernel, size);
    else if (copy_in(to, io->user, size) < 0) return -EFAULT;
    advance(io, size);
    return 0;
}

int io_clear(struct io *io, u64 size)
{
    if (io->kernel) clear_bytes(io->kernel, size);
    else if (clear_out(io->user, size) < 0) return -EFAULT;
    advance(io, size);
    return 0;
}
