/* inotify_init, inotify_add_watch, inotify_rm_watch; the queues are files/inotify.c's. */
#include "base.h"
#include "memory.h"
#include "paths.h"
#include "process.h"
#include "system.h"

static s64 create(u32 flags)
{
    struct file *f;
    int error;

    if (flags & ~(u32)(O_NONBLOCK | O_CLOEXEC)) return -EINVAL;
    error = inotify_make(flags & O_NONBLOCK, &f);
    return error ? error : descriptor_add(f, 0, (flags & O_CLOEXEC) != 0);
}

s64 call_inotify_init(u64 *a)
{
    (void)a;
    return create(0);
}

s64 call_inotify_init1(u64 *a)
{
    return create(a[0]);
}

/* 0, or why this descriptor is no queue of notices. */
static s64 find_queue(int fd, struct file **f)
{
    *f = descriptor_file(fd);
    if (!*f) return -EBADF;
    return inotify_is(*f) ? 0 : -EINVAL;
}

s64 call_inotify_add_watch(u64 *a)
{
    u32 mask = a[2], known = IN_ALL_EVENTS | IN_UNMOUNT | IN_Q_OVERFLOW | IN_IGNORED | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK
                             | IN_MASK_CREATE | IN_MASK_ADD | IN_ISDIR | IN_ONESHOT;
    struct inode *i;
    struct file *f;
    s64 result;

    if (!(mask & known)) return -EINVAL;
    if (!descriptor_file(a[0])) return -EBADF;
    if (mask & IN_MASK_ADD && mask & IN_MASK_CREATE) return -EINVAL;
    result = find_queue(a[0], &f);
    if (!result) result = inode_at(AT_FDCWD, a[1], mask & IN_DONT_FOLLOW ? AT_SYMLINK_NOFOLLOW : 0, &i);
    if (result) return result;
    if (mask & IN_ONLYDIR && !is_folder(i)) result = -ENOTDIR;
    if (!result) result = inode_access(i, R_OK);
    if (!result) result = inotify_watch(f, i, mask);
    inode_release(i);
    return result;
}

s64 call_inotify_rm_watch(u64 *a)
{
    struct file *f;
    s64 error = find_queue(a[0], &f);

    return error ? error : inotify_unwatch(f, a[1]);
}
