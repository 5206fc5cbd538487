/* Names: mkdir unlink rename link, the working folder, getdents64. */
#include "base.h"
#include "memory.h"
#include "paths.h"
#include "process.h"
#include "system.h"

/* One path and what is done with it. */
typedef int (*path_function)(struct inode *from, const char *path, u64 extra);

static s64 with_path(s64 fd, u64 user, path_function function, u64 extra)
{
    struct inode *from;
    char *path;
    int error = 0;

    path = path_in(user, &error);
    if (!path) return error;
    from = start_folder(fd, path, &error);
    if (from) {
        error = function(from, path, extra);
        inode_release(from);
    }
    release(path);
    return error;
}

static int make_folder(struct inode *from, const char *path, u64 mode)
{
    return tree_make(from, path, S_IFDIR | (mode & 01777 & ~current->folders->umask), NULL);
}

s64 call_mkdir(u64 *a)
{
    return with_path(AT_FDCWD, a[0], make_folder, a[1]);
}

s64 call_mkdirat(u64 *a)
{
    return with_path(a[0], a[1], make_folder, a[2]);
}

/* Files, fifos, sockets that nobody is bound to, and nodes of devices, of which there are few. The upper half of `mode` is the device's number. */
static int make_node(struct inode *from, const char *path, u64 mode)
{
    u32 kind = mode & S_IFMT ? mode & S_IFMT : S_IFREG;
    u32 bits = mode & MODE_BITS & ~current->folders->umask;

    if (kind == S_IFCHR || kind == S_IFBLK) return may(CAP_MKNOD) ? tree_make_device(from, path, kind | bits, mode >> 32) : -EPERM;
    if (kind != S_IFREG && kind != S_IFIFO && kind != S_IFSOCK) return -EINVAL;
    return tree_make(from, path, kind | bits, NULL);
}

s64 call_mknod(u64 *a)
{
    return with_path(AT_FDCWD, a[0], make_node, (u32)a[1] | a[2] << 32);
}

s64 call_mknodat(u64 *a)
{
    return with_path(a[0], a[1], make_node, (u32)a[2] | a[3] << 32);
}

static int unlink_path(struct inode *from, const char *path, u64 flags)
{
    if (flags & ~(u64)AT_REMOVEDIR) return -EINVAL;
    return flags ? tree_remove_folder(from, path) : tree_unlink(from, path);
}

s64 call_unlink(u64 *a)
{
    return with_path(AT_FDCWD, a[0], unlink_path, 0);
}

s64 call_rmdir(u64 *a)
{
    return with_path(AT_FDCWD, a[0], unlink_path, AT_REMOVEDIR);
}

s64 call_unlinkat(u64 *a)
{
    return with_path(a[0], a[1], unlink_path, (u32)a[2]);
}

/* ---- Two paths ---- */

static s64 rename_at(s64 old_fd, u64 old, s64 new_fd, u64 new, int flags)
{
    struct inode *from = NULL, *to = NULL;
    char *old_path, *new_path;
    int error = 0;

    old_path = path_in(old, &error);
    /* An empty one is the second walk's to refuse. */
    new_path = error ? NULL : path_or_nothing_in(new, &error);
    if (!error) from = start_folder(old_fd, old_path, &error);
    if (from) to = start_folder(new_fd, new_path, &error);
    if (from && to) error = tree_rename(from, old_path, to, new_path, flags);
    if (from) inode_release(from);
    if (to) inode_release(to);
    release(old_path);
    release(new_path);
    return error;
}

s64 call_rename(u64 *a)
{
    return rename_at(AT_FDCWD, a[0], AT_FDCWD, a[1], 0);
}

s64 call_renameat(u64 *a)
{
    return rename_at(a[0], a[1], a[2], a[3], 0);
}

s64 call_renameat2(u64 *a)
{
    return rename_at(a[0], a[1], a[2], a[3], a[4]);
}

static int link_inode(struct inode *from, const char *path, u64 inode)
{
    return tree_link((struct inode *)inode, from, path);
}

static s64 link_at(s64 old_fd, u64 old, s64 new_fd, u64 new, int flags)
{
    struct inode *i;
    s64 error;

    if (flags & ~(AT_SYMLINK_FOLLOW | AT_EMPTY_PATH)) return -EINVAL;
    error = inode_at(old_fd, old, (flags & AT_EMPTY_PATH) | (flags & AT_SYMLINK_FOLLOW ? 0 : AT_SYMLINK_NOFOLLOW), &i);
    if (error) return error;
    error = with_path(new_fd, new, link_inode, (u64)i);
    inode_release(i);
    return error;
}

s64 call_link(u64 *a)
{
    return link_at(AT_FDCWD, a[0], AT_FDCWD, a[1], 0);
}

s64 call_linkat(u64 *a)
{
    return link_at(a[0], a[1], a[2], a[3], a[4]);
}

static int make_link(struct inode *from, const char *path, u64 target)
{
    return tree_make_link(from, path, (const char *)target);
}

static s64 symlink_at(u64 target, s64 fd, u64 path)
{
    int error = 0;
    char *text = path_in(target, &error);
    s64 result;

    if (!text) return error;
    result = with_path(fd, path, make_link, (u64)text);
    release(text);
    return result;
}

s64 call_symlink(u64 *a)
{
    return symlink_at(a[0], AT_FDCWD, a[1]);
}

s64 call_symlinkat(u64 *a)
{
    return symlink_at(a[0], a[1], a[2]);
}

/* ---- The working folder ---- */

static s64 change_folder(struct inode *i)
{
    int error = is_folder(i) ? inode_access(i, X_OK) : -ENOTDIR;

    if (error) return error;
    inode_hold(i);
    inode_release(current->folders->working);
    current->folders->working = i;
    return 0;
}

s64 call_chdir(u64 *a)
{
    struct inode *i;
    s64 result = inode_at(AT_FDCWD, a[0], 0, &i);

    if (result < 0) return result;
    result = change_folder(i);
    inode_release(i);
    return result;
}

s64 call_fchdir(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    return f ? change_folder(f->inode) : -EBADF;
}

s64 call_getcwd(u64 *a)
{
    char *path = allocate(PATH_MAX);
    s64 length;

    if (!path) return -ENOMEM;
    length = path_of(current->folders->working, path, PATH_MAX - 1);
    if (length >= 0) {
        path[length++] = 0;
        if ((u64)length > a[1]) length = -ERANGE;
        else if (copy_out(a[0], path, length) < 0) length = -EFAULT;
    }
    release(path);
    return length;
}

/* ---- getdents64 ---- */

struct dirent {
    u64 number, offset;
    u16 size;
    u8 type;
    char name[];
};

/* Stores one entry if it fits; its size, 0 if it does not, or -EFAULT. */
static s64 put_entry(u64 user, u64 room, u64 number, u64 offset, u32 mode, const char *name)
{
    u64 buffer[(24 + NAME_MAX + 8) / 8];
    struct dirent *d = (struct dirent *)buffer;
    u64 size = (19 + string_length(name) + 1 + 7) & ~7UL;

    if (size > room) return 0;
    clear_bytes(buffer, size);
    d->number = number;
    d->offset = offset;
    d->size = size;
    d->type = (mode & S_IFMT) >> 12;
    copy_string(d->name, name, NAME_MAX + 1);
    return copy_out(user, buffer, size) < 0 ? -EFAULT : (s64)size;
}

/* The entry at an offset: its name, number and mode, and the offset of the one behind; 0 at the end. */
static int entry_at(struct inode *folder, u64 *offset, char *name, u64 *number, u32 *mode)
{
    struct entry *e;

    if (*offset < 2) {
        copy_string(name, *offset == 0 ? "." : "..", NAME_MAX + 1);
        *number = *offset == 0 ? folder->number : folder->parent->number;
        *mode = S_IFDIR;
        ++*offset;
        return 1;
    }
    if (folder->virtual) return folder->virtual->list(folder, (*offset)++ - 2, name, number, mode);
    e = folder->listed && folder->listed->cookie <= *offset ? folder->listed : folder->first;
    while (e && e->cookie <= *offset) e = e->next;
    if (!e) return 0;
    folder->listed = e;
    copy_string(name, e->name, NAME_MAX + 1);
    *number = e->inode->number;
    *mode = e->inode->mode;
    *offset = e->cookie;
    return 1;
}

s64 call_getdents64(u64 *a)
{
    struct file *f = descriptor_file(a[0]);
    char name[NAME_MAX + 1];
    u64 done = 0, number, next;
    s64 size;
    u32 mode;

    if (!f || f->flags & O_PATH) return -EBADF;
    if (!is_folder(f->inode)) return -ENOTDIR;
    if (f->inode->links == 0 && !f->inode->proc_kind) return -ENOENT;
    for (;;) {
        next = f->offset;
        if (!entry_at(f->inode, &next, name, &number, &mode)) break;
        size = put_entry(a[1] + done, (u32)a[2] - done, number, next, mode, name);
        if (size <= 0 && !done) return size < 0 ? size : -EINVAL;
        if (size <= 0) break;
        done += size;
        f->offset = next;
    }
    notify_file(f, IN_ACCESS);
    return done;
}
