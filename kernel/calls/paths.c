/* Paths as programs give them. */
#include "base.h"
#include "memory.h"
#include "paths.h"
#include "process.h"

char *path_or_nothing_in(u64 user, int *error)
{
    char *path = allocate(PATH_MAX);
    s64 length;

    if (!path) {
        *error = -ENOMEM;
        return NULL;
    }
    length = copy_in_string(path, user, PATH_MAX);
    if (length >= 0) return path;
    release(path);
    *error = length;
    return NULL;
}

char *path_in(u64 user, int *error)
{
    char *path = path_or_nothing_in(user, error);

    if (!path || *path) return path;
    release(path);
    *error = -ENOENT;
    return NULL;
}

struct inode *start_folder(s64 fd, const char *path, int *error)
{
    struct file *f;

    if (*path == '/' || (int)fd == AT_FDCWD) return inode_hold(current->folders->working);
    f = descriptor_file(fd);
    *error = !f ? -EBADF : -ENOTDIR;
    /* An empty path is for the caller to judge: it may mean the file itself. */
    return f && (is_folder(f->inode) || !*path) ? inode_hold(f->inode) : NULL;
}

int place_at(s64 fd, u64 user_path, int flags, struct place *p)
{
    struct inode *from;
    char *path;
    int error = 0;

    path = flags & AT_EMPTY_PATH ? path_or_nothing_in(user_path, &error) : path_in(user_path, &error);
    if (!path) return error;
    from = start_folder(fd, path, &error);
    if (from) {
        if (*path) error = path_walk(from, path, flags & AT_SYMLINK_NOFOLLOW ? 0 : WALK_FOLLOW, p);
        else {
            p->folder = inode_hold(from);
            p->inode = inode_hold(from);
            p->is_special = 1;
            error = 0;
        }
        inode_release(from);
    }
    release(path);
    if (!error && !p->inode) {
        place_release(p);
        error = -ENOENT;
    }
    return error;
}

int inode_at(s64 fd, u64 user_path, int flags, struct inode **found)
{
    struct place p;
    int error = place_at(fd, user_path, flags, &p);

    if (error) return error;
    inode_release(p.folder);
    *found = p.inode;
    return 0;
}
