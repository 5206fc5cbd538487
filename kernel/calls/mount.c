/* mount, umount2, chroot: root's. */
#include "base.h"
#include "memory.h"
#include "paths.h"
#include "process.h"
#include "system.h"

enum { MS_REMOUNT = 32, MS_BIND = 4096, MS_MOVE = 8192, MS_UNBINDABLE = 1 << 17, MS_PRIVATE = 1 << 18, MS_SLAVE = 1 << 19, MS_SHARED = 1 << 20 };

/* Type and options, which may be missing. */
static s64 text_in(char *to, u64 user, u64 size)
{
    s64 length;

    *to = 0;
    if (!user) return 0;
    length = copy_in_string(to, user, size);
    return length == -ENAMETOOLONG ? -EINVAL : length < 0 ? length : 0;
}

static s64 mount_at(struct inode *target, u64 *a)
{
    char source[64], type[16], data[256];
    u32 flags = a[3];
    s64 error = text_in(type, a[2], sizeof type);

    if (flags & MS_REMOUNT) return mount_change(target, flags);
    /* Namespaces are what these are for: there is one. */
    if (flags & (MS_UNBINDABLE | MS_PRIVATE | MS_SLAVE | MS_SHARED)) return target->covers || target->parent == target ? 0 : -EINVAL;
    if (flags & (MS_BIND | MS_MOVE)) return -EINVAL;
    if (!error && !*type) error = -EINVAL;
    if (!error) error = text_in(source, a[0], sizeof source);
    if (!error) error = text_in(data, a[4], sizeof data);
    return error ? error : mount_add(target, source, type, flags, data);
}

s64 call_mount(u64 *a)
{
    struct inode *target;
    s64 result;

    if (!may(CAP_SYS_ADMIN)) return -EPERM;
    result = inode_at(AT_FDCWD, a[1], 0, &target);
    if (result) return result;
    result = mount_at(target, a);
    inode_release(target);
    return result;
}

enum { MNT_FORCE = 1, MNT_DETACH = 2, UMOUNT_NOFOLLOW = 8 };

s64 call_umount2(u64 *a)
{
    struct inode *target;
    s64 result;

    if ((u32)a[1] & ~(u32)(MNT_FORCE | MNT_DETACH | UMOUNT_NOFOLLOW)) return -EINVAL;
    if (!may(CAP_SYS_ADMIN)) return -EPERM;
    result = inode_at(AT_FDCWD, a[0], a[1] & UMOUNT_NOFOLLOW ? AT_SYMLINK_NOFOLLOW : 0, &target);
    if (result) return result;
    result = mount_remove(target, a[1] & MNT_DETACH);
    inode_release(target);
    return result;
}

s64 call_chroot(u64 *a)
{
    struct inode *i;
    s64 error = inode_at(AT_FDCWD, a[0], 0, &i);

    if (error) return error;
    if (!is_folder(i)) error = -ENOTDIR;
    else error = inode_access(i, X_OK);
    if (!error && !may(CAP_SYS_CHROOT)) error = -EPERM;
    if (!error) {
        inode_release(current->folders->root);
        current->folders->root = inode_hold(i);
    }
    inode_release(i);
    return error;
}
