/* From paths to inodes and back. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

void place_release(struct place *p)
{
    inode_release(p->folder);
    if (p->inode) inode_release(p->inode);
}

/* Takes the next name off the path; its length, 0 at the end, or -ENAMETOOLONG. */
static int next_name(const char **path, char *name)
{
    int length = 0;

    while (**path == '/') (*path)++;
    for (; **path && **path != '/'; (*path)++) {
        if (length == NAME_MAX) return -ENAMETOOLONG;
        name[length++] = **path;
    }
    name[length] = 0;
    return length;
}

static int only_slashes(const char *path)
{
    while (*path == '/') path++;
    return !*path;
}

static int walk(struct inode *from, const char *path, int follow, struct place *p, int *links);

/* From a symbolic link in `folder` to the place it names. */
static int walk_link(struct inode *folder, struct inode *link, struct place *p, int *links)
{
    struct inode *found;
    char *text;
    s64 length;
    int error = 0;

    if (++*links > LINK_DEPTH) return -ELOOP;
    if (link->target) return walk(folder, link->target, 1, p, links);
    found = proc_follow(link, &error);
    if (found) {
        /* What an open descriptor leads to may have no path. */
        p->folder = inode_hold(folder);
        p->inode = found;
        p->is_special = 1;
        p->wants_folder = 0;
        p->name[0] = 0;
        return 0;
    }
    if (error) return error;
    text = allocate(PATH_MAX);
    if (!text) return -ENOMEM;
    length = proc_read_link(link, text, PATH_MAX - 1);
    if (length < 0) error = length;
    else {
        text[length] = 0;
        error = walk(folder, text, 1, p, links);
    }
    release(text);
    return error;
}

/* A path that ended in a slash means a folder. */
static int check_folder(struct place *p)
{
    if (!p->inode || !p->wants_folder || is_folder(p->inode)) return 0;
    place_release(p);
    return -ENOTDIR;
}

/* Calls itself for each link, LINK_DEPTH times at most: its frame is kept small. */
static int walk(struct inode *from, const char *path, int follow, struct place *p, int *links)
{
    struct inode *folder = inode_hold(*path == '/' ? tree_root : from), *next;
    int length, is_last, wants_folder, error;

    if (!*path) {
        inode_release(folder);
        return -ENOENT;
    }
    for (;;) {
        error = -ENOTDIR;
        if (!is_folder(folder)) break;
        length = next_name(&path, p->name);
        error = length;
        if (length < 0) break;
        is_last = only_slashes(path);
        p->wants_folder = is_last && *path;
        p->is_special = length == 0 || strings_equal(p->name, ".") || strings_equal(p->name, "..");
        /* The parent of a removed folder may be gone too. */
        if (p->is_special) next = inode_hold(strings_equal(p->name, "..") && folder->links + folder->proc_id > 0 ? folder->parent : folder);
        else next = folder_find(folder, p->name);
        error = -ENOENT;
        if (!next && !is_last) break;
        if (next && is_link(next) && (!is_last || follow || p->wants_folder)) {
            wants_folder = p->wants_folder;
            error = walk_link(folder, next, p, links);
            inode_release(next);
            if (error) break;
            inode_release(folder);
            if (is_last) {
                p->wants_folder |= wants_folder;
                return check_folder(p);
            }
            inode_release(p->folder);
            if (!p->inode) return -ENOENT;
            folder = p->inode;
            continue;
        }
        if (is_last) {
            p->folder = folder;
            p->inode = next;
            return check_folder(p);
        }
        inode_release(folder);
        folder = next;
    }
    inode_release(folder);
    return error;
}

int path_walk(struct inode *from, const char *path, int follow, struct place *p)
{
    int links = 0;

    return walk(from, path, follow, p, &links);
}

int path_find(struct inode *from, const char *path, int follow, struct inode **found)
{
    struct place p;
    int error = path_walk(from, path, follow, &p);

    if (error) return error;
    inode_release(p.folder);
    *found = p.inode;
    return p.inode ? 0 : -ENOENT;
}

/* From the last name to the first, backwards from the end of the buffer. */
s64 path_of(struct inode *folder, char *to, u64 size)
{
    u64 at = size, length;
    struct entry *e;
    const char *name;
    char number[24];

    while (folder != tree_root) {
        if (folder->proc_id) {
            format_text(number, sizeof number, "%d", folder->proc_id);
            name = number;
        } else {
            if (folder->links == 0) return -ENOENT;
            e = folder_entry_of(folder->parent, folder);
            if (!e) return -ENOENT;
            name = e->name;
        }
        length = string_length(name);
        if (length + 1 > at) return -ERANGE;
        at -= length;
        copy_bytes(to + at, name, length);
        to[--at] = '/';
        folder = folder->parent;
    }
    if (at == size) {
        if (at == 0) return -ERANGE;
        to[--at] = '/';
    }
    length = size - at;
    copy_bytes(to, to + at, length);
    return length;
}

int path_make_folders(const char *path)
{
    char name[NAME_MAX + 1];
    struct inode *folder = inode_hold(tree_root), *next;
    int error = 0, length;

    for (;;) {
        length = next_name(&path, name);
        if (length < 0) error = length;
        if (length <= 0 || only_slashes(path)) break;
        next = folder_find(folder, name);
        if (!next) {
            next = inode_new(S_IFDIR | 0755);
            if (!next || folder_add(folder, name, next) < 0) {
                if (next) inode_release(next);
                error = -ENOSPC;
                break;
            }
        }
        inode_release(folder);
        folder = next;
        if (!is_folder(folder)) {
            error = -ENOTDIR;
            break;
        }
    }
    inode_release(folder);
    return error;
}
