/* What files here do not have: extended attributes, handles. What is wrong with the file comes first. */
#include "base.h"
#include "memory.h"
#include "paths.h"
#include "process.h"
#include "system.h"

static s64 of_path(u64 path, int flags)
{
    struct inode *i;
    s64 error = inode_at(AT_FDCWD, path, flags, &i);

    if (error) return error;
    inode_release(i);
    return -EOPNOTSUPP;
}

static s64 of_descriptor(u64 fd)
{
    struct file *f = descriptor_file(fd);

    return f && !(f->flags & O_PATH) ? -EOPNOTSUPP : -EBADF;
}

#define ATTRIBUTE_CALLS(verb) \
    s64 call_ ## verb ## xattr(u64 *a) { return of_path(a[0], 0); } \
    s64 call_l ## verb ## xattr(u64 *a) { return of_path(a[0], AT_SYMLINK_NOFOLLOW); } \
    s64 call_f ## verb ## xattr(u64 *a) { return of_descriptor(a[0]); }

ATTRIBUTE_CALLS(set)
ATTRIBUTE_CALLS(get)
ATTRIBUTE_CALLS(list)
ATTRIBUTE_CALLS(remove)

s64 call_name_to_handle_at(u64 *a)
{
    struct inode *i;
    s64 error;

    if (a[4] & ~(u64)(AT_SYMLINK_FOLLOW | AT_EMPTY_PATH)) return -EINVAL;
    error = inode_at(a[0], a[1], (a[4] & AT_EMPTY_PATH) | (a[4] & AT_SYMLINK_FOLLOW ? 0 : AT_SYMLINK_NOFOLLOW), &i);
    if (error) return error;
    inode_release(i);
    return -EOPNOTSUPP;
}
