/* What files are: stat, access, readlink, and changing their modes, owners, times and sizes. */
#include "base.h"
#include "memory.h"
#include "paths.h"
#include "process.h"
#include "system.h"
#include "terminal.h"

/* ---- stat ---- */

static u64 blocks_of(struct inode *i)
{
    return i->proc_kind ? 0 : i->data_pages * (PAGE_SIZE / 512);
}

static u64 device_of(struct inode *i)
{
    return i->device ? i->device->number : i->node;
}

/* What never had a name counts as one link, as do those of /proc. */
static u32 links_of(struct inode *i)
{
    return i->proc_kind || i->is_anonymous || (i->device && !i->device->number) ? 1 : i->links;
}

static s64 put_stat(struct inode *i, u64 user)
{
    struct linux_stat s;

    clear_bytes(&s, sizeof s);
    s.dev = i->system;
    s.ino = i->number;
    s.mode = i->mode;
    s.nlink = links_of(i);
    s.uid = i->user;
    s.gid = i->group;
    s.rdev = device_of(i);
    s.size = i->size;
    s.block_size = PAGE_SIZE;
    s.blocks = blocks_of(i);
    s.atime = i->accessed.seconds;
    s.atime_ns = i->accessed.nanoseconds;
    s.mtime = i->modified.seconds;
    s.mtime_ns = i->modified.nanoseconds;
    s.ctime = i->changed.seconds;
    s.ctime_ns = i->changed.nanoseconds;
    return copy_out(user, &s, sizeof s);
}

static s64 stat_at(s64 fd, u64 path, u64 user, int flags)
{
    struct inode *i;
    s64 result = inode_at(fd, path, flags, &i);

    if (result < 0) return result;
    result = put_stat(i, user);
    inode_release(i);
    return result;
}

s64 call_stat(u64 *a)
{
    return stat_at(AT_FDCWD, a[0], a[1], 0);
}

s64 call_lstat(u64 *a)
{
    return stat_at(AT_FDCWD, a[0], a[1], AT_SYMLINK_NOFOLLOW);
}

s64 call_newfstatat(u64 *a)
{
    if (a[3] & ~(u64)(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | 0x800)) return -EINVAL;
    return stat_at(a[0], a[1], a[2], a[3]);
}

s64 call_fstat(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    return f ? put_stat(f->inode, a[1]) : -EBADF;
}

struct statx_time {
    s64 seconds;
    u32 nanoseconds, pad;
};

struct statx {
    u32 mask, block_size;
    u64 attributes;
    u32 links, user, group;
    u16 mode, pad;
    u64 number, size, blocks, attributes_mask;
    struct statx_time accessed, born, changed, modified;
    u32 device_major, device_minor, major, minor;
    u64 mount, more[13];
};

enum { STATX_BASIC = 0x7ff, STATX_BORN = 0x800, STATX_MOUNT = 0x1000, STATX_IS_ROOT = 0x2000 };

static void put_time(struct statx_time *to, struct linux_time *from)
{
    to->seconds = from->seconds;
    to->nanoseconds = from->nanoseconds;
}

s64 call_statx(u64 *a)
{
    struct inode *i;
    struct statx s;
    s64 result;

    if (a[2] & ~(u64)(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | 0x6800) || (a[2] & 0x6000) == 0x6000 || a[3] & 0x80000000) return -EINVAL;
    result = inode_at(a[0], a[1], a[2], &i);
    if (result < 0) return result;
    clear_bytes(&s, sizeof s);
    s.mask = STATX_BASIC | STATX_MOUNT | (i->proc_kind ? 0 : STATX_BORN);
    s.attributes_mask = STATX_IS_ROOT;
    if (i->parent && (i->parent == i || i->parent->system != i->system)) s.attributes = STATX_IS_ROOT;
    s.mount = i->system;
    s.block_size = PAGE_SIZE;
    s.links = links_of(i);
    s.user = i->user;
    s.group = i->group;
    s.mode = i->mode;
    s.number = i->number;
    s.size = i->size;
    s.blocks = blocks_of(i);
    put_time(&s.accessed, &i->accessed);
    if (!i->proc_kind) put_time(&s.born, &i->born);
    put_time(&s.changed, &i->changed);
    put_time(&s.modified, &i->modified);
    s.device_major = device_of(i) >> 8;
    s.device_minor = device_of(i) & 0xff;
    s.minor = i->system;
    inode_release(i);
    return copy_out(a[4], &s, sizeof s);
}

struct statfs {
    u64 type, block_size, blocks, free, available, files, files_free, id, name_length, fragment_size, flags, spare[4];
};

enum { TREE_IN_MEMORY = 0x01021994, TREE_OF_PROC = 0x9fa0, TREE_OF_PAIRS = 0x1cd1 };      /* as programs know them */

static s64 put_statfs(struct inode *i, u64 user)
{
    struct statfs s;

    clear_bytes(&s, sizeof s);
    s.type = i->system == PAIRS_SYSTEM ? TREE_OF_PAIRS : i->proc_kind || i->virtual ? TREE_OF_PROC : TREE_IN_MEMORY;
    s.block_size = s.fragment_size = PAGE_SIZE;
    s.name_length = NAME_MAX;
    s.flags = mount_flags(i);
    if (s.type == TREE_IN_MEMORY) {
        s.blocks = pages_total;
        s.free = s.available = pages_free;
        s.files = s.files_free = pages_free;
    }
    return copy_out(user, &s, sizeof s);
}

s64 call_statfs(u64 *a)
{
    struct inode *i;
    int error = inode_at(AT_FDCWD, a[0], 0, &i);

    s64 result;

    if (error) return error;
    result = put_statfs(i, a[1]);
    inode_release(i);
    return result;
}

s64 call_fstatfs(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    return f ? put_statfs(f->inode, a[1]) : -EBADF;
}

/* ---- access, readlink ---- */

/* For this time the real user is the one who asks, with root's rights if it is root. */
static int access_as_real(s64 fd, u64 path, int mode, int flags)
{
    struct credentials kept = current->who;
    struct inode *i;
    int error;

    if (!(flags & AT_EACCESS)) {
        current->who.file_user = kept.user;
        current->who.file_group = kept.group;
        current->who.effective = kept.user == 0 ? kept.permitted : 0;
    }
    error = inode_at(fd, path, flags & ~AT_EACCESS, &i);
    if (!error) {
        error = inode_access(i, mode);
        inode_release(i);
    }
    current->who = kept;
    return error;
}

static s64 access_at(s64 fd, u64 path, u64 mode, int flags)
{
    if (mode & ~(u64)(R_OK | W_OK | X_OK)) return -EINVAL;
    return access_as_real(fd, path, mode, flags);
}

s64 call_access(u64 *a)
{
    return access_at(AT_FDCWD, a[0], a[1] & 0xffffffff, 0);
}

s64 call_faccessat(u64 *a)
{
    return access_at(a[0], a[1], a[2] & 0xffffffff, 0);
}

s64 call_faccessat2(u64 *a)
{
    if (a[3] & ~(u64)(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | AT_EACCESS)) return -EINVAL;
    return access_at(a[0], a[1], a[2] & 0xffffffff, a[3]);
}

static s64 read_link(struct inode *i, u64 user, u64 size)
{
    char *text;
    s64 length;

    if (!is_link(i)) return -EINVAL;
    if (i->target) return copy_out(user, i->target, i->size < size ? i->size : size) < 0 ? -EFAULT : (s64)(i->size < size ? i->size : size);
    text = allocate(PATH_MAX);
    if (!text) return -ENOMEM;
    length = proc_read_link(i, text, PATH_MAX);
    if (length > (s64)size) length = size;
    if (length > 0 && copy_out(user, text, length) < 0) length = -EFAULT;
    release(text);
    return length;
}

static s64 readlink_at(s64 fd, u64 path, u64 user, u64 size)
{
    struct inode *i;
    s64 result;

    char first;

    if ((int)size <= 0) return -EINVAL;
    if (copy_in(&first, path, 1) < 0) return -EFAULT;
    result = inode_at(fd, path, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH, &i);
    if (result < 0) return result;
    result = is_link(i) || first ? read_link(i, user, (u32)size) : -ENOENT;
    inode_release(i);
    return result;
}

s64 call_readlink(u64 *a)
{
    return readlink_at(AT_FDCWD, a[0], a[1], a[2]);
}

s64 call_readlinkat(u64 *a)
{
    return readlink_at(a[0], a[1], a[2], a[3]);
}

/* ---- Modes and owners ---- */

static s64 set_mode(struct inode *i, u32 mode)
{
    if (mount_flags(i) & MS_RDONLY) return -EROFS;
    if (i->proc_kind || !inode_is_own(i)) return -EPERM;
    if (!is_in_group(i->group) && !may(CAP_FSETID)) mode &= ~S_ISGID;
    i->mode = (i->mode & S_IFMT) | (mode & MODE_BITS);
    i->changed = time_now();
    return 0;
}

/* Tells who watches what came of it. */
static s64 with_notice(struct file *f, u32 event, s64 result)
{
    if (result == 0) notify_file(f, event);
    return result;
}

/* The same of a path, which is not needed any more. */
static s64 end_with_notice(struct place *p, u32 event, s64 result)
{
    if (result == 0) notify_place(p, event);
    place_release(p);
    return result;
}

static s64 chmod_at(s64 fd, u64 path, u32 mode)
{
    struct place p;
    int error = place_at(fd, path, 0, &p);

    return error ? error : end_with_notice(&p, IN_ATTRIB, set_mode(p.inode, mode));
}

s64 call_chmod(u64 *a)
{
    return chmod_at(AT_FDCWD, a[0], a[1]);
}

s64 call_fchmodat(u64 *a)
{
    return chmod_at(a[0], a[1], a[2]);
}

s64 call_fchmod(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    return f && !(f->flags & O_PATH) ? with_notice(f, IN_ATTRIB, set_mode(f->inode, a[1])) : -EBADF;
}

static s64 set_owner(struct inode *i, u32 user, u32 group)
{
    int own = current->who.file_user == i->user, lost = 0;

    if (mount_flags(i) & MS_RDONLY) return -EROFS;
    if (i->proc_kind) return -EPERM;
    if (user != 0xffffffff && !may(CAP_CHOWN) && !(own && user == i->user)) return -EPERM;
    if (group != 0xffffffff && !may(CAP_CHOWN) && !(own && (group == i->group || is_in_group(group)))) return -EPERM;
    /* What runs with its owner's rights does not do so with the next one's. That is a change, even if the owner stays. */
    if (!is_folder(i)) lost = i->mode & (S_ISUID | (i->mode & S_IXGRP || !(is_in_group(i->group) || may(CAP_FSETID)) ? S_ISGID : 0));
    if (lost && !inode_is_own(i)) return -EPERM;
    i->mode &= ~lost;
    if (user != 0xffffffff && inode_set_user(i, user) < 0) return -EDQUOT;
    if (group != 0xffffffff) i->group = group;
    i->changed = time_now();
    return 0;
}

static s64 chown_at(s64 fd, u64 path, u32 user, u32 group, int flags)
{
    struct place p;
    int error = place_at(fd, path, flags, &p);

    return error ? error : end_with_notice(&p, IN_ATTRIB, set_owner(p.inode, user, group));
}

s64 call_chown(u64 *a)
{
    return chown_at(AT_FDCWD, a[0], a[1], a[2], 0);
}

s64 call_lchown(u64 *a)
{
    return chown_at(AT_FDCWD, a[0], a[1], a[2], AT_SYMLINK_NOFOLLOW);
}

s64 call_fchownat(u64 *a)
{
    return chown_at(a[0], a[1], a[2], a[3], a[4]);
}

s64 call_fchown(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    return f && !(f->flags & O_PATH) ? with_notice(f, IN_ATTRIB, set_owner(f->inode, a[1], a[2])) : -EBADF;
}

s64 call_umask(u64 *a)
{
    u32 old = current->folders->umask;

    current->folders->umask = a[0] & 0777;
    return old;
}

/* ---- Times ---- */

enum { UTIME_NOW = 0x3fffffff, UTIME_OMIT = 0x3ffffffe };

static int set_time(struct linux_time *to, struct linux_time *wanted)
{
    if (wanted->nanoseconds == UTIME_OMIT) return 0;
    if (wanted->nanoseconds == UTIME_NOW) *to = time_now();
    else if ((u64)wanted->nanoseconds >= 1000000000) return -EINVAL;
    else *to = *wanted;
    return 0;
}

/* Other times than now are set by the owner only; now by who could write too. */
static int may_set_times(struct inode *i, struct linux_time times[2])
{
    if (mount_flags(i) & MS_RDONLY) return -EROFS;
    if (i->proc_kind) return -EPERM;
    if (times[0].nanoseconds == UTIME_OMIT && times[1].nanoseconds == UTIME_OMIT) return 0;
    if (inode_is_own(i)) return 0;
    if (times[0].nanoseconds == UTIME_NOW && times[1].nanoseconds == UTIME_NOW) return inode_access(i, W_OK);
    return -EPERM;
}

/* Which event it is, or 0: nothing was to be set. */
static s64 set_times(struct inode *i, struct linux_time times[2], u32 *event)
{
    int sets_access = times[0].nanoseconds != UTIME_OMIT, sets_change = times[1].nanoseconds != UTIME_OMIT;
    int error = may_set_times(i, times);

    *event = sets_access && sets_change ? IN_ATTRIB : sets_access ? IN_ACCESS : sets_change ? IN_MODIFY : 0;
    if (!error) error = set_time(&i->accessed, &times[0]);
    if (!error) error = set_time(&i->modified, &times[1]);
    if (!error && *event) i->changed = time_now();
    return error;
}

/* `path` 0: the descriptor's file. */
static s64 set_times_at(s64 fd, u64 path, struct linux_time times[2], int flags)
{
    struct file *f;
    struct place p;
    u32 event;
    s64 error;

    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH)) return -EINVAL;
    if (!path) {
        f = descriptor_file(fd);
        if (!f) return -EBADF;
        error = set_times(f->inode, times, &event);
        return with_notice(f, event, error);
    }
    error = place_at(fd, path, flags, &p);
    if (error) return error;
    error = set_times(p.inode, times, &event);
    return end_with_notice(&p, event, error);
}

s64 call_utimensat(u64 *a)
{
    struct linux_time times[2];

    times[0].nanoseconds = times[1].nanoseconds = UTIME_NOW;
    if (a[2] && copy_in(times, a[2], sizeof times) < 0) return -EFAULT;
    return set_times_at(a[0], a[1], times, a[3]);
}

/* The older ones: in microseconds, and in seconds. */
s64 call_futimesat(u64 *a)
{
    struct linux_time times[2];
    int n;

    times[0].nanoseconds = times[1].nanoseconds = UTIME_NOW;
    if (a[2]) {
        if (copy_in(times, a[2], sizeof times) < 0) return -EFAULT;
        for (n = 0; n < 2; n++) {
            if ((u64)times[n].nanoseconds >= 1000000) return -EINVAL;
            times[n].nanoseconds *= 1000;
        }
    }
    return set_times_at(a[0], a[1], times, 0);
}

s64 call_utimes(u64 *a)
{
    u64 from_here[3] = { (u64)AT_FDCWD, a[0], a[1] };

    return call_futimesat(from_here);
}

s64 call_utime(u64 *a)
{
    struct linux_time times[2];
    s64 seconds[2];

    clear_bytes(times, sizeof times);
    times[0].nanoseconds = times[1].nanoseconds = a[1] ? 0 : UTIME_NOW;
    if (a[1] && copy_in(seconds, a[1], sizeof seconds) < 0) return -EFAULT;
    if (a[1]) {
        times[0].seconds = seconds[0];
        times[1].seconds = seconds[1];
    }
    return a[0] ? set_times_at(AT_FDCWD, a[0], times, 0) : -EFAULT;
}

/* ---- Sizes ---- */

static s64 resize(struct inode *i, s64 size)
{
    if (is_folder(i)) return -EISDIR;
    if (!is_file(i) || size < 0) return -EINVAL;
    if ((u64)size > FILE_SIZE_MAX) return -EFBIG;
    if (memfd_refuses_size(i, size)) return -EPERM;
    inode_drop_privileges(i);
    data_resize(i, size);
    return 0;
}

s64 call_truncate(u64 *a)
{
    struct place p;
    s64 result = place_at(AT_FDCWD, a[0], 0, &p);

    if (result < 0) return result;
    result = is_file(p.inode) ? inode_access(p.inode, W_OK) : 0;
    if (!result && p.inode->runners) result = -ETXTBSY;
    return end_with_notice(&p, IN_MODIFY, result ? result : resize(p.inode, a[1]));
}

s64 call_ftruncate(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    if ((s64)a[1] < 0) return -EINVAL;
    if (!f || f->flags & O_PATH) return -EBADF;
    if ((f->flags & O_ACCMODE) == O_RDONLY) return -EINVAL;
    return is_file(f->inode) ? with_notice(f, IN_MODIFY, resize(f->inode, a[1])) : -EINVAL;
}
