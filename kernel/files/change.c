/* Making, linking, renaming and removing names. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

/* The place for a new name; whether it may be made there is for the caller to ask. */
static int walk_new(struct inode *from, const char *path, struct place *p)
{
    int error = path_walk(from, path, WALK_NEW, p);

    if (error) return error;
    if (p->inode) error = -EEXIST;
    else if (p->folder->virtual) error = -EPERM;
    else if (p->folder->links == 0) error = -ENOENT;
    else if (!files_may_grow()) error = -ENOSPC;
    if (error) place_release(p);
    return error;
}

/* In a folder with the set-group-ID bit what is made has its group, and a folder the bit too. */
static void take_group(struct inode *i, struct inode *folder)
{
    if (!(folder->mode & S_ISGID)) return;
    i->group = folder->group;
    if (is_folder(i)) i->mode |= S_ISGID;
    else if ((i->mode & (S_ISGID | S_IXGRP)) == (S_ISGID | S_IXGRP) && !is_in_group(i->group) && !may(CAP_FSETID)) i->mode &= ~S_ISGID;
}

int tree_make(struct inode *from, const char *path, u32 mode, struct inode **made)
{
    struct place p;
    struct inode *i;
    int error = walk_new(from, path, &p);

    if (error) return error;
    if (p.wants_folder && (mode & S_IFMT) != S_IFDIR) error = -ENOENT;
    else error = may_make_name(p.folder);
    if (!error) {
        i = inode_new(mode);
        if (i) {
            i->system = p.folder->system;
            take_group(i, p.folder);
        }
        error = i ? folder_add(p.folder, p.name, i) : -ENOSPC;
        if (!error) notify_name(p.folder, p.name, i, IN_CREATE, 0);
        if (i && (error || !made)) inode_release(i);
        if (!error && made) *made = i;
    }
    place_release(&p);
    return error;
}

int tree_make_device(struct inode *from, const char *path, u32 mode, u32 number)
{
    struct inode *i;
    int error = tree_make(from, path, mode, &i);

    if (error) return error;
    if ((mode & S_IFMT) == S_IFCHR) i->device = device_find(number);
    i->node = number;
    inode_release(i);
    return 0;
}

int tree_make_link(struct inode *from, const char *path, const char *target)
{
    u64 length = string_length(target);
    struct inode *i;
    char *copy;
    int error;

    if (length == 0) return -ENOENT;
    if (length >= PATH_MAX) return -ENAMETOOLONG;
    copy = allocate(length + 1);
    if (!copy) return -ENOSPC;
    copy_string(copy, target, length + 1);
    error = tree_make(from, path, S_IFLNK | 0777, &i);
    if (!error) {
        error = inode_charge(i, allocated_size(length + 1));
        if (error) {
            tree_unlink(from, path);
            inode_release(i);
        }
    }
    if (error) {
        release(copy);
        return error;
    }
    i->target = copy;
    i->size = length;
    inode_release(i);
    return 0;
}

/* Who does not own a file may not keep it by a second name, unless it is one that he may read and write. */
static int may_link(struct inode *i)
{
    if (inode_is_own(i)) return 1;
    return is_file(i) && !(i->mode & S_ISUID) && (i->mode & (S_ISGID | S_IXGRP)) != (S_ISGID | S_IXGRP) && inode_access(i, R_OK | W_OK) == 0;
}

int tree_link(struct inode *i, struct inode *from, const char *path)
{
    struct place p;
    int error;

    error = walk_new(from, path, &p);
    if (error) return error;
    if (p.wants_folder) error = -ENOENT;
    else if (i->proc_kind || i->system != p.folder->system) error = -EXDEV;
    else if (is_folder(i) || !may_link(i)) error = -EPERM;
    else error = may_make_name(p.folder);
    if (!error && i->links == 0 && !i->may_be_named) error = -ENOENT;
    if (!error) error = folder_add(p.folder, p.name, i);
    if (!error) {
        i->may_be_named = 0;
        i->changed = time_now();
        notify(i, IN_ATTRIB);
        notify_name(p.folder, p.name, i, IN_CREATE, 0);
    }
    place_release(&p);
    return error;
}

/* Takes the name away, and lets go of the place. Who watches hears of the file's end before he hears of the name's, as on Linux. */
static void remove_name(struct place *p)
{
    u32 kind = is_folder(p->inode) ? IN_ISDIR : 0;

    folder_remove(p->folder, p->name);
    if (!kind) notify(p->inode, IN_ATTRIB);
    inode_release(p->inode);
    notify_name(p->folder, p->name, NULL, IN_DELETE | kind, 0);
    inode_release(p->folder);
}

int tree_unlink(struct inode *from, const char *path)
{
    struct place p;
    int error = path_walk(from, path, WALK_NEW, &p);

    if (error) return error;
    if (!p.inode) error = -ENOENT;
    else if (p.folder->virtual || p.is_special) error = is_folder(p.inode) ? -EISDIR : -EPERM;
    else {
        error = may_remove_name(p.folder, p.inode);
        if (!error && is_folder(p.inode)) error = -EISDIR;
        if (!error && p.wants_folder) error = -ENOTDIR;
    }
    if (error) place_release(&p);
    else remove_name(&p);
    return error;
}

int tree_remove_folder(struct inode *from, const char *path)
{
    struct place p;
    int error = path_walk(from, path, WALK_NEW, &p);

    if (error) return error;
    if (!p.inode) error = -ENOENT;
    else if (strings_equal(p.name, "..")) error = -ENOTEMPTY;
    else if (strings_equal(p.name, ".")) error = -EINVAL;
    else if (p.is_special || p.inode->covers) error = -EBUSY;
    else if (p.folder->virtual) error = is_folder(p.inode) ? -EPERM : -ENOTDIR;
    else {
        error = may_remove_name(p.folder, p.inode);
        if (!error && !is_folder(p.inode)) error = -ENOTDIR;
        else if (!error && p.inode->virtual) error = -EBUSY;
        else if (!error && !folder_is_empty(p.inode)) error = -ENOTEMPTY;
    }
    if (error) place_release(&p);
    else remove_name(&p);
    return error;
}

static int is_inside(struct inode *folder, struct inode *outer)
{
    for (; folder != outer; folder = folder->parent)
        if (folder == tree_root) return 0;
    return 1;
}

enum { RENAME_NOREPLACE = 1, RENAME_EXCHANGE = 2 };

/* Neither may get into itself. */
static int check_exchange(struct place *a, struct place *b)
{
    if ((a->wants_folder && !is_folder(a->inode)) || (b->wants_folder && !is_folder(b->inode))) return -ENOTDIR;
    if (a->inode == b->inode) return 0;
    return (is_folder(a->inode) && is_inside(b->folder, a->inode)) || (is_folder(b->inode) && is_inside(a->folder, b->inode)) ? -EINVAL : 0;
}

static int check_rename(struct place *a, struct place *b, int flags)
{
    int error;

    if (a->folder->system != b->folder->system) return -EXDEV;
    if (a->is_special) return -EBUSY;
    if (b->is_special) return flags & RENAME_NOREPLACE ? -EEXIST : -EBUSY;
    if (!a->inode) return -ENOENT;
    if (a->folder->virtual || b->folder->virtual) return -EPERM;
    if (b->inode && flags & RENAME_NOREPLACE) return -EEXIST;
    if (!b->inode && flags & RENAME_EXCHANGE) return -ENOENT;
    if (b->folder->links == 0) return -ENOENT;
    if (a->inode->covers || (b->inode && b->inode->covers)) return -EBUSY;
    error = may_remove_name(a->folder, a->inode);
    if (!error) error = b->inode ? may_remove_name(b->folder, b->inode) : may_make_name(b->folder);
    /* A folder that moves gets another .. written into it. */
    if (!error && is_folder(a->inode) && a->folder != b->folder) error = inode_access(a->inode, W_OK);
    if (!error && flags & RENAME_EXCHANGE && is_folder(b->inode) && a->folder != b->folder) error = inode_access(b->inode, W_OK);
    if (error) return error;
    if (flags & RENAME_EXCHANGE) return check_exchange(a, b);
    if (!is_folder(a->inode)) {
        if (a->wants_folder || b->wants_folder) return -ENOTDIR;
        if (b->inode && is_folder(b->inode)) return -EISDIR;
        return 0;
    }
    if (a->inode != b->inode && is_inside(b->folder, a->inode)) return -EINVAL;
    if (!b->inode || b->inode == a->inode) return 0;
    if (!is_folder(b->inode)) return -ENOTDIR;
    return folder_is_empty(b->inode) ? 0 : -ENOTEMPTY;
}

static void notify_move(struct place *a, struct place *b)
{
    u32 cookie = notify_cookie();

    notify_name(a->folder, a->name, a->inode, IN_MOVED_FROM, cookie);
    notify_name(b->folder, b->name, a->inode, IN_MOVED_TO, cookie);
    notify(a->inode, IN_MOVE_SELF);
}

int tree_rename(struct inode *from, const char *old, struct inode *to, const char *new, int flags)
{
    struct place a, b;
    int error;

    if (flags & ~(RENAME_NOREPLACE | RENAME_EXCHANGE) || flags == (RENAME_NOREPLACE | RENAME_EXCHANGE)) return -EINVAL;
    error = path_walk(from, old, WALK_NEW, &a);
    if (error) return error;
    error = path_walk(to, new, WALK_NEW, &b);
    if (error) {
        place_release(&a);
        return error;
    }
    error = check_rename(&a, &b, flags);
    if (!error && a.inode != b.inode && flags & RENAME_EXCHANGE) {
        folder_exchange(a.folder, a.name, b.folder, b.name);
        notify_move(&a, &b);
        notify_move(&b, &a);
    } else if (!error && a.inode != b.inode) {
        /* The new name first: there may be no room for it, and nothing may be lost then. */
        if (b.inode) folder_replace(b.folder, b.name, a.inode);
        else error = folder_add(b.folder, b.name, a.inode);
        if (!error) {
            folder_move_files(a.folder, a.name, b.folder, b.name);
            folder_remove(a.folder, a.name);
            notify_move(&a, &b);
            if (b.inode) notify(b.inode, IN_ATTRIB);
        }
    }
    place_release(&a);
    place_release(&b);
    return error;
}
