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

/* A path on the way: what is left of it, and around it the paths whose links led here. */
struct way {
    const char *left;
    char *text;                  /* a link's, ours to release */
    struct way *around;
};

static void way_end(struct way *w)
{
    release(w->text);
    release(w);
}

/* Goes on in the text of a link. */
static int way_enter(struct way **way, char *text)
{
    struct way *w = allocate(sizeof *w);

    if (!w) {
        release(text);
        return -ENOMEM;
    }
    w->left = w->text = text;
    w->around = *way;
    *way = w;
    return 0;
}

/* Nothing but slashes follows; whether there are any means whether a folder is asked for. */
static int way_is_at_end(struct way *w, int *has_slash)
{
    *has_slash = 0;
    for (; w; w = w->around) {
        if (!only_slashes(w->left)) return 0;
        if (*w->left) *has_slash = 1;
    }
    return 1;
}

/* The text of a symbolic link, a copy: the link may be removed while it is followed. */
static int link_text(struct inode *link, char **text)
{
    s64 length = link->target ? string_length(link->target) : PATH_MAX - 1;

    *text = allocate(length + 1);
    if (!*text) return -ENOMEM;
    if (link->target) copy_bytes(*text, link->target, length);
    else length = proc_read_link(link, *text, length);
    if (length > 0) {
        (*text)[length] = 0;
        return 0;
    }
    release(*text);
    return length ? length : -ENOENT;
}

/* A path that ended in a slash means a folder. */
static int check_folder(struct place *p)
{
    if (!p->inode || !p->wants_folder || is_folder(p->inode)) return 0;
    place_release(p);
    return -ENOTDIR;
}

struct inode *root_folder(void)
{
    return current && current->folders && current->folders->root ? current->folders->root : tree_root;
}

/* A link that somebody put into a folder where everybody may is not followed by others: it may be a trap. */
static int may_follow(struct inode *folder, struct inode *link)
{
    if ((folder->mode & (S_ISVTX | S_IWOTH)) != (S_ISVTX | S_IWOTH) || !current) return 1;
    return link->user == current->who.file_user || link->user == folder->user;
}

int path_walk(struct inode *from, const char *path, int how, struct place *p)
{
    struct inode *root = how & (WALK_BENEATH | WALK_IN_ROOT) ? from : root_folder();
    struct inode *folder = inode_hold(*path == '/' ? root : from), *next, *found;
    struct way whole = { 0, 0, 0 }, *way = &whole, *ended;
    int length, is_last, is_up, links = 0, error = *path ? 0 : -ENOENT;
    char *text;

    if (*path == '/' && how & WALK_BENEATH) error = -EXDEV;
    whole.left = path;
    while (!error) {
        while (way->around && only_slashes(way->left)) {
            ended = way;
            way = way->around;
            way_end(ended);
        }
        error = -ENOTDIR;
        if (!is_folder(folder)) break;
        length = next_name(&way->left, p->name);
        error = length;
        if (length < 0) break;
        error = length > 0 ? inode_access(folder, X_OK) : 0;
        if (error) break;
        is_last = way_is_at_end(way, &p->wants_folder);
        p->is_special = length == 0 || strings_equal(p->name, ".") || strings_equal(p->name, "..");
        is_up = strings_equal(p->name, "..");
        error = -EXDEV;
        if (is_up && folder == root && how & WALK_BENEATH) break;
        if (p->is_special) next = inode_hold(is_up && folder != root ? folder->parent : folder);
        else next = mount_over(folder_find(folder, p->name));
        error = -ENOENT;
        if (!next && !is_last) break;
        error = next && how & WALK_ONE_SYSTEM && next->system != folder->system ? -EXDEV : 0;
        if (error) {
            inode_release(next);
            break;
        }
        if (next && is_link(next) && (!is_last || how & WALK_FOLLOW || (p->wants_folder && !(how & WALK_NEW)))) {
            found = 0;
            if (++links > LINK_DEPTH || how & WALK_NO_LINKS) error = -ELOOP;
            else if (is_last && !may_follow(folder, next)) error = -EACCES;
            else if (!next->target) found = proc_follow(next, &error);
            if (!error && !found) error = link_text(next, &text);
            inode_release(next);
            if (error) break;
            if (!found) {
                error = way_enter(&way, text);
                if (error || *text != '/') continue;
                if (how & WALK_BENEATH || (how & WALK_ONE_SYSTEM && folder->system != root->system)) error = -EXDEV;
                inode_release(folder);
                folder = inode_hold(root);
                continue;
            }
            /* It leads anywhere. */
            if (how & WALK_NO_MAGIC) error = -ELOOP;
            else if (how & (WALK_BENEATH | WALK_IN_ROOT) || (how & WALK_ONE_SYSTEM && found->system != folder->system)) error = -EXDEV;
            if (error) {
                inode_release(found);
                break;
            }
            /* What an open descriptor leads to may have no path. */
            p->is_special = 1;
            p->name[0] = 0;
            next = found;
        }
        if (is_last) {
            p->folder = folder;
            p->inode = next;
            error = how & WALK_NEW ? 0 : check_folder(p);
            folder = 0;
            break;
        }
        inode_release(folder);
        folder = next;
    }
    if (folder) inode_release(folder);
    while (way != &whole) {
        ended = way;
        way = way->around;
        way_end(ended);
    }
    return error;
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

    while (folder != root_folder()) {
        if (folder == tree_root) return -ENOENT;
        if (folder->covers) folder = folder->covers;
        if (folder->proc_kind) name = proc_name(folder, number, sizeof number);
        else {
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

s64 path_of_name(struct entry *e, char *to, u64 size)
{
    s64 length = path_of(e->folder, to, size);

    if (length < 0) return length;
    if (to[length - 1] == '/') length--;
    return length + format_text(to + length, size - length, "/%s%s", e->name, e->inode ? "" : " (deleted)");
}

s64 path_of_file(struct inode *i, char *to, u64 size)
{
    struct entry *e = entry_of(i);

    if (i->memory) return format_text(to, size, "%s (deleted)", i->target ? i->target : "/dev/zero");
    if (!e) return format_text(to, size, "/file:[%lu] (deleted)", i->number);
    return path_of_name(e, to, size);
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
        if (strings_equal(name, ".")) continue;
        next = strings_equal(name, "..") ? inode_hold(folder->parent) : folder_find(folder, name);
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
