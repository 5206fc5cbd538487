/* Extended attributes: no file has any, nor can have. What is wrong with the file comes first. */
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
