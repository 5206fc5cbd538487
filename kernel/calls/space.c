/* Room of files, and what is said about how they are used: fallocate, fadvise64, readahead, and the syncs. */
#include "base.h"
#include "memory.h"
#include "files.h"
#include "process.h"
#include "system.h"

enum { FALLOC_KEEP_SIZE = 1, FALLOC_PUNCH_HOLE = 2 };

s64 call_fallocate(u64 *a)
{
    struct file *f = descriptor_file(a[0]);
    s64 offset = a[2], length = a[3], error;
    u32 mode = a[1];

    if (!f || f->flags & O_PATH) return -EBADF;
    if (offset < 0 || length <= 0) return -EINVAL;
    if (mode & ~(u32)(FALLOC_KEEP_SIZE | FALLOC_PUNCH_HOLE) || mode == FALLOC_PUNCH_HOLE) return -EOPNOTSUPP;
    if ((f->flags & O_ACCMODE) == O_RDONLY) return -EBADF;
    if (is_pipe(f->inode)) return -ESPIPE;
    if (!is_file(f->inode)) return -ENODEV;
    if (!range_fits(offset, length, 0, FILE_SIZE_MAX)) return -EFBIG;
    if (!(mode & FALLOC_KEEP_SIZE) && (u64)(offset + length) > current->limits[RLIMIT_FSIZE]) return -EFBIG;
    if (mode & FALLOC_PUNCH_HOLE ? f->inode->seals & (F_SEAL_WRITE | F_SEAL_FUTURE_WRITE)
                                 : (u64)(offset + length) > f->inode->size && f->inode->seals & F_SEAL_GROW) return -EPERM;
    inode_drop_privileges(f->inode);
    if (mode & FALLOC_PUNCH_HOLE) {
        data_punch(f->inode, offset, offset + length);
        notify_file(f, IN_MODIFY);
        return 0;
    }
    error = data_reserve(f->inode, offset, offset + length);
    if (!error && !(mode & FALLOC_KEEP_SIZE) && (u64)(offset + length) > f->inode->size) data_resize(f->inode, offset + length);
    if (!error) notify_file(f, IN_MODIFY);
    return error;
}

/* ---- Advice: all files are in memory already ---- */

s64 call_fadvise64(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    if (!f || f->flags & O_PATH) return -EBADF;
    if (is_pipe(f->inode)) return -ESPIPE;
    return (s64)a[2] < 0 || (u32)a[3] > 5 ? -EINVAL : 0;
}

s64 call_readahead(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    if (!f || f->flags & O_PATH || (f->flags & O_ACCMODE) == O_WRONLY) return -EBADF;
    return is_file(f->inode) ? 0 : -EINVAL;
}

/* ---- All files are where they are going to be ---- */

s64 call_fsync(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    if (!f || f->flags & O_PATH) return -EBADF;
    return is_file(f->inode) || is_folder(f->inode) ? 0 : -EINVAL;
}

s64 call_fdatasync(u64 *a)
{
    return call_fsync(a);
}

s64 call_sync(u64 *a)
{
    (void)a;
    return 0;
}

s64 call_syncfs(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    return f && !(f->flags & O_PATH) ? 0 : -EBADF;
}

s64 call_sync_file_range(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    if (!f || f->flags & O_PATH) return -EBADF;
    if ((u32)a[3] & ~7u || (s64)a[1] < 0 || (s64)(a[1] + a[2]) < (s64)a[1]) return -EINVAL;
    return is_file(f->inode) || is_folder(f->inode) ? 0 : -ESPIPE;
}
