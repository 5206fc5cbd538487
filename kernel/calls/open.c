/* Opening and closing: open creat close dup pipe fcntl ioctl. */
#include "base.h"
#include "memory.h"
#include "paths.h"
#include "process.h"
#include "system.h"

/* ---- open ---- */

static int check_open(struct inode *i, int flags)
{
    int writes = (flags & O_ACCMODE) != O_RDONLY;
    int wanted = ((flags & O_ACCMODE) != O_WRONLY ? R_OK : 0) | (writes || flags & O_TRUNC ? W_OK : 0);

    if (is_link(i) && !(flags & O_PATH)) return -ELOOP;
    if (flags & O_DIRECTORY && !is_folder(i)) return -ENOTDIR;
    if (flags & O_PATH) return 0;
    if (is_folder(i) && (writes || flags & O_CREAT)) return -EISDIR;
    if (flags & O_NOATIME && !inode_is_own(i)) return -EPERM;
    if (i->device && mount_flags(i) & MS_NODEV) return -EACCES;
    return inode_access(i, wanted);
}

static int open_place(struct place *p, int flags, u32 mode, struct file **f)
{
    struct inode *made;
    int error;

    if (flags & O_CREAT && p->wants_folder && !p->is_special) return -EISDIR;
    if (!p->inode) {
        if (!(flags & O_CREAT)) return -ENOENT;
        if (flags & O_DIRECTORY) return -EINVAL;
        error = tree_make(p->folder, p->name, S_IFREG | (mode & MODE_BITS & ~current->folders->umask), &made);
        if (error) return error;
        error = file_open(made, flags & ~O_TRUNC, f);
        inode_release(made);
    } else {
        if (flags & O_CREAT && flags & O_EXCL) return -EEXIST;
        error = check_open(p->inode, flags);
        if (!error) error = file_open(p->inode, flags, f);
        if (!error && flags & O_TRUNC && is_file(p->inode)) notify_place(p, IN_MODIFY);
    }
    if (error) return error;
    if (!p->is_special) file_take_name(*f, p->folder, p->name);
    notify_file(*f, IN_OPEN);
    return 0;
}

static int is_nameless(int flags)
{
    return (flags & O_TMPFILE & ~O_DIRECTORY) != 0;
}

/* O_TMPFILE: a file in this folder's tree without a name. Unless O_EXCL says so it may get one later. */
static int open_nameless(struct inode *folder, int flags, u32 mode, struct file **f)
{
    struct inode *made;
    int error;

    if (!is_folder(folder)) return -ENOTDIR;
    if (folder->virtual || folder->proc_kind) return -EOPNOTSUPP;
    error = may_make_name(folder);
    if (error) return error;
    made = files_may_grow() ? inode_new(S_IFREG | (mode & MODE_BITS & ~current->folders->umask)) : NULL;
    if (!made) return -ENOSPC;
    made->system = folder->system;
    made->may_be_named = !(flags & O_EXCL);
    error = file_open(made, flags & ~(O_TMPFILE | O_TRUNC), f);
    inode_release(made);
    return error;
}

static int open_path(struct inode *from, const char *path, int flags, u32 mode, int resolve, struct file **f)
{
    /* With a slash behind it a new name could only be a folder's: it is refused before any link is followed. */
    int is_slashed = *path && path[string_length(path) - 1] == '/', makes = flags & O_CREAT;
    int how = (flags & O_NOFOLLOW || (makes && (flags & O_EXCL || is_slashed)) ? 0 : WALK_FOLLOW) | (makes ? WALK_NEW : 0);
    struct place p;
    int error = path_walk(from, path, how | resolve, &p);

    if (error) return error;
    if (!is_nameless(flags)) error = open_place(&p, flags, mode, f);
    else error = p.inode ? open_nameless(p.inode, flags, mode, f) : -ENOENT;
    place_release(&p);
    return error;
}

static s64 open_at(s64 fd, u64 user_path, int flags, u32 mode, int resolve)
{
    struct inode *from;
    struct file *f;
    char *path;
    int error = 0;

    /* A path only: no right was asked for, so nothing else may be meant. */
    if (flags & O_PATH) flags &= O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    if ((flags & O_ACCMODE) == 3) return -EINVAL;
    if (is_nameless(flags) && (!(flags & O_DIRECTORY) || flags & O_CREAT || !(flags & O_ACCMODE))) return -EINVAL;
    path = path_in(user_path, &error);
    if (!path) return error;
    /* Nothing is made that could not be opened then. */
    if (!descriptor_is_left()) error = -EMFILE;
    /* Where the start is the root, it is so of absolute paths, too. */
    from = error ? NULL : start_folder(fd, resolve & (WALK_BENEATH | WALK_IN_ROOT) ? "." : path, &error);
    if (from) {
        error = open_path(from, path, flags, mode, resolve, &f);
        inode_release(from);
    }
    release(path);
    return error ? error : descriptor_add(f, 0, flags & O_CLOEXEC);
}

s64 call_open(u64 *a)
{
    return open_at(AT_FDCWD, a[0], a[1], a[2], 0);
}

s64 call_openat(u64 *a)
{
    return open_at(a[0], a[1], a[2], a[3], 0);
}

s64 call_creat(u64 *a)
{
    return open_at(AT_FDCWD, a[0], O_CREAT | O_WRONLY | O_TRUNC, a[1], 0);
}

struct open_how {
    u64 flags, mode, resolve;
};

enum { RESOLVE_FLAGS = 63, RESOLVE_TO_WALK = 8, RESOLVE_BENEATH = 8, RESOLVE_IN_ROOT = 16, RESOLVE_CACHED = 32 };

/* open and openat take no notice of what they do not know; openat2 refuses it. */
s64 call_openat2(u64 *a)
{
    u64 known = O_ACCMODE | O_CREAT | O_EXCL | O_NOCTTY | O_TRUNC | O_APPEND | O_NONBLOCK | O_SYNC | O_ASYNC | O_DIRECT | O_LARGEFILE
              | O_DIRECTORY | O_NOFOLLOW | O_NOATIME | O_CLOEXEC | O_PATH | O_TMPFILE;
    struct open_how how;
    s64 error;

    if (a[3] < sizeof how) return -EINVAL;
    if (a[3] > PAGE_SIZE) return -E2BIG;
    error = rest_is_nothing(a[2] + sizeof how, a[3] - sizeof how);
    if (error) return error;
    if (copy_in(&how, a[2], sizeof how) < 0) return -EFAULT;
    if (how.flags & ~known || how.resolve & ~(u64)RESOLVE_FLAGS) return -EINVAL;
    if (how.mode & ~(u64)MODE_BITS || (how.mode && !(how.flags & O_CREAT || is_nameless(how.flags)))) return -EINVAL;
    if (how.resolve & RESOLVE_BENEATH && how.resolve & RESOLVE_IN_ROOT) return -EINVAL;
    if (how.flags & O_PATH && how.flags & ~(u64)(O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)) return -EINVAL;
    /* Nothing that changes the tree is done from memory alone, says Linux, where paths may be on a disk. */
    if (how.resolve & RESOLVE_CACHED && (how.flags & (O_TRUNC | O_CREAT) || is_nameless(how.flags))) return -EAGAIN;
    return open_at(a[0], a[1], how.flags, how.mode, (how.resolve & 31) << RESOLVE_TO_WALK);
}

s64 call_close(u64 *a)
{
    return descriptor_close(a[0]);
}

enum { CLOSE_RANGE_UNSHARE = 2, CLOSE_RANGE_CLOEXEC = 4 };

s64 call_close_range(u64 *a)
{
    struct descriptors *own;

    if ((u32)a[2] & ~(u32)(CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC) || (u32)a[0] > (u32)a[1]) return -EINVAL;
    if (a[2] & CLOSE_RANGE_UNSHARE && current->files->holders > 1) {
        own = descriptors_copy(current->files);
        if (!own) return -ENOMEM;
        descriptors_release(current->files);
        current->files = own;
    }
    descriptors_close_range(a[0], a[1], a[2] & CLOSE_RANGE_CLOEXEC);
    return 0;
}

/* ---- dup ---- */

s64 call_dup(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    return f ? descriptor_add(file_hold(f), 0, 0) : -EBADF;
}

s64 call_dup2(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    if (!f) return -EBADF;
    if ((int)a[0] == (int)a[1]) return (int)a[1];
    return descriptor_set(a[1], file_hold(f), 0);
}

s64 call_dup3(u64 *a)
{
    struct file *f = descriptor_file(a[0]);

    if ((int)a[2] & ~O_CLOEXEC || (int)a[0] == (int)a[1]) return -EINVAL;
    return f ? descriptor_set(a[1], file_hold(f), a[2] & O_CLOEXEC) : -EBADF;
}

/* ---- pipe ---- */

static s64 make_pipe(u64 user, int flags)
{
    struct file *ends[2];
    int fds[2], error;

    if (flags & ~(O_CLOEXEC | O_NONBLOCK | O_DIRECT)) return -EINVAL;
    error = pipe_make(ends, flags);
    if (error) return error;
    fds[0] = descriptor_add(ends[0], 0, flags & O_CLOEXEC);
    if (fds[0] < 0) {
        file_release(ends[1]);
        return fds[0];
    }
    fds[1] = descriptor_add(ends[1], 0, flags & O_CLOEXEC);
    if (fds[1] < 0) {
        descriptor_close(fds[0]);
        return fds[1];
    }
    if (copy_out(user, fds, 8) == 0) return 0;
    descriptor_close(fds[0]);
    descriptor_close(fds[1]);
    return -EFAULT;
}

s64 call_pipe(u64 *a)
{
    return make_pipe(a[0], 0);
}

s64 call_pipe2(u64 *a)
{
    return make_pipe(a[0], a[1]);
}

/* ---- fcntl, ioctl ---- */

static s64 duplicate(struct file *f, u64 lowest, int close_on_exec)
{
    if (lowest >= (u64)descriptor_limit()) return -EINVAL;
    return descriptor_add(file_hold(f), lowest, close_on_exec);
}

static s64 control(struct file *f, u64 *a)
{
    u32 changeable = O_APPEND | O_NONBLOCK | O_DIRECT | O_NOATIME;

    if (f->flags & O_PATH && a[1] != F_DUPFD && a[1] != F_DUPFD_CLOEXEC && a[1] != F_GETFD && a[1] != F_SETFD && a[1] != F_GETFL) return -EBADF;
    switch (a[1]) {
    case F_DUPFD: return duplicate(f, a[2], 0);
    case F_DUPFD_CLOEXEC: return duplicate(f, a[2], 1);
    case F_GETFD: return descriptor_flags(a[0]);
    case F_SETFD:
        descriptor_set_flags(a[0], a[2] & FD_CLOEXEC);
        return 0;
    case F_GETFL: return f->flags | O_LARGEFILE;
    case F_SETFL:
        if (a[2] & ~f->flags & O_NOATIME && !inode_is_own(f->inode)) return -EPERM;
        f->flags = (f->flags & ~changeable) | (a[2] & changeable);
        return 0;
    case F_GETLK:
    case F_SETLK:
    case F_SETLKW:
    case F_OFD_GETLK:
    case F_OFD_SETLK:
    case F_OFD_SETLKW: return locks_control(f, a[1], a[2]);
    case F_ADD_SEALS: return memfd_add_seals(f, a[2]);
    case F_GET_SEALS: return memfd_seals(f);
    case F_SETPIPE_SZ: return is_pipe(f->inode) ? pipe_resize(f->inode, a[2]) : -EBADF;
    case F_GETPIPE_SZ: return is_pipe(f->inode) ? pipe_size(f->inode) : -EBADF;
    }
    return -EINVAL;
}

s64 call_fcntl(u64 *a)
{
    struct file *f = descriptor_hold(a[0]);
    s64 result;

    if (!f) return -EBADF;
    result = control(f, a);
    /* Who was given a lock of a file that was closed meanwhile would never lose it. */
    if (result == 0 && (a[1] == F_SETLK || a[1] == F_SETLKW) && !descriptor_is(a[0], f)) locks_end(f->inode, current->files);
    file_release(f);
    return result;
}

enum { FIONREAD = 0x541b, FIONBIO = 0x5421, FIOCLEX = 0x5451, FIONCLEX = 0x5450 };

static s64 unread(struct file *f, u64 user)
{
    /* Behind a file's end it is less than nothing. */
    int count = is_pipe(f->inode) ? pipe_unread(f->inode) : (s64)(f->inode->size - f->offset);

    return copy_out(user, &count, 4);
}

s64 call_ioctl(u64 *a)
{
    struct file *f = descriptor_file(a[0]);
    u32 request = a[1];
    int on;

    if (!f || f->flags & O_PATH) return -EBADF;
    switch (request) {
    case FIOCLEX:
    case FIONCLEX:
        descriptor_set_flags(a[0], request == FIOCLEX);
        return 0;
    case FIONBIO:
        if (copy_in(&on, a[2], 4) < 0) return -EFAULT;
        f->flags = (f->flags & ~O_NONBLOCK) | (on ? O_NONBLOCK : 0);
        return 0;
    case FIONREAD:
        if (is_pipe(f->inode) || is_file(f->inode)) return unread(f, a[2]);
    }
    return f->type->control ? f->type->control(f, request, a[2]) : -ENOTTY;
}

s64 call_flock(u64 *a)
{
    struct file *f = descriptor_hold(a[0]);
    s64 result;

    if (!f) return -EBADF;
    result = locks_flock(f, a[1]);
    file_release(f);
    return result;
}
