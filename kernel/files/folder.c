/* Folders: names in order, and one table for all folders to find a name fast. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

enum { BUCKETS = 4096 };

struct inode *tree_root;

static struct entry *buckets[BUCKETS];
static u64 last_cookie = 2;            /* 1 and 2 are . and .. */

static u32 hash_of(struct inode *folder, const char *name)
{
    u32 hash = folder->number * 2654435761u;

    while (*name) hash = (hash ^ (u8)*name++) * 16777619u;
    return hash ^ hash >> 15;
}

static struct entry *find(struct inode *folder, const char *name)
{
    u32 hash = hash_of(folder, name);
    struct entry *e;

    for (e = buckets[hash % BUCKETS]; e; e = e->hash_next)
        if (e->hash == hash && e->folder == folder && strings_equal(e->name, name)) return e;
    return NULL;
}

struct inode *folder_find(struct inode *folder, const char *name)
{
    struct entry *e;

    if (folder->virtual) return folder->virtual->find(folder, name);
    e = find(folder, name);
    return e ? inode_hold(e->inode) : NULL;
}

static void count_links(struct inode *folder, struct inode *i, int change)
{
    i->links += change;
    if (is_folder(i)) {
        i->links += change;            /* its own . */
        folder->links += change;       /* its .. */
    }
    i->changed = time_now();
    inode_touch(folder);
}

static void enter(struct inode *folder, struct inode *i)
{
    count_links(folder, i, 1);
    if (is_folder(i)) inode_set_parent(i, folder);
}

static void leave(struct inode *folder, struct inode *i)
{
    count_links(folder, i, -1);
    inode_release(inode_hold(i));      /* if this was the last of it */
}

static u64 entry_size(const char *name)
{
    return allocated_size(sizeof(struct entry) + string_length(name) + 1);
}

int folder_add(struct inode *folder, const char *name, struct inode *i)
{
    u32 user = current ? current->who.file_user : 0;
    int error = quota_take(user, entry_size(name), QUOTA_KEPT);
    struct entry *e = error ? NULL : allocate(sizeof *e + string_length(name) + 1);

    if (error) return error;
    if (!e) {
        quota_return(user, entry_size(name));
        return -ENOSPC;
    }
    e->charged_user = user;
    copy_string(e->name, name, string_length(name) + 1);
    e->folder = folder;
    e->inode = i;
    e->hash = hash_of(folder, name);
    e->cookie = ++last_cookie;
    e->hash_next = buckets[e->hash % BUCKETS];
    buckets[e->hash % BUCKETS] = e;
    e->previous = folder->last;
    if (folder->last) folder->last->next = e;
    else folder->first = e;
    folder->last = e;
    enter(folder, i);
    return 0;
}

/* ---- The names of open files ---- */

static void link_file(struct file *f, struct entry *e)
{
    f->name = e;
    f->name_previous = NULL;
    f->name_next = e->files;
    if (e->files) e->files->name_previous = f;
    e->files = f;
}

void file_take_name(struct file *f, struct inode *folder, const char *name)
{
    struct entry *e = folder->virtual ? NULL : find(folder, name);

    if (e && e->inode == f->inode) link_file(f, e);
}

void file_drop_name(struct file *f)
{
    struct entry *e = f->name;

    if (!e) return;
    f->name = NULL;
    if (f->name_previous) f->name_previous->name_next = f->name_next;
    else e->files = f->name_next;
    if (f->name_next) f->name_next->name_previous = f->name_previous;
    if (e->inode || e->files) return;
    inode_release(e->folder);
    release(e);
}

/* To another name, or to none. */
static void move_files(struct entry *from, struct entry *to)
{
    struct file *f;

    while ((f = from->files)) {
        from->files = f->name_next;
        if (to) link_file(f, to);
        else f->name = NULL;
    }
}

void folder_move_files(struct inode *from, const char *old, struct inode *to, const char *new)
{
    move_files(find(from, old), find(to, new));
}

/* A name that is not in the folder any more; who has opened files by it still has it. */
static void end_name(struct entry *e)
{
    if (!e->files) {
        release(e);
        return;
    }
    e->inode = NULL;
    inode_hold(e->folder);
}

/* Another inode gets the name: the old one's open files get a name of their own, which was removed; none if there is no memory. */
static void part_files(struct entry *e)
{
    struct entry *gone = e->files ? allocate(sizeof *e + string_length(e->name) + 1) : NULL;

    if (gone) {
        copy_string(gone->name, e->name, string_length(e->name) + 1);
        gone->folder = e->folder;
    }
    move_files(e, gone);
    if (gone) end_name(gone);
}

void folder_replace(struct inode *folder, const char *name, struct inode *i)
{
    struct entry *e = find(folder, name);
    struct inode *old = e->inode;

    part_files(e);
    e->inode = i;
    enter(folder, i);
    leave(folder, old);
}

void folder_exchange(struct inode *folder, const char *name, struct inode *other, const char *other_name)
{
    struct entry *e = find(folder, name), *o = find(other, other_name);
    struct inode *i = inode_hold(e->inode);
    struct file *f, *of_other = o->files;

    o->files = NULL;
    move_files(e, o);
    while ((f = of_other)) {
        of_other = f->name_next;
        link_file(f, e);
    }
    e->inode = inode_hold(o->inode);
    o->inode = i;
    enter(folder, e->inode);
    enter(other, i);
    leave(folder, i);
    leave(other, e->inode);
    inode_release(i);
    inode_release(e->inode);
}

void folder_remove(struct inode *folder, const char *name)
{
    struct entry *e = find(folder, name), **at;
    struct inode *i = e->inode;

    for (at = &buckets[e->hash % BUCKETS]; *at != e; at = &(*at)->hash_next)
        ;
    *at = e->hash_next;
    if (folder->listed == e) folder->listed = NULL;
    if (e->previous) e->previous->next = e->next;
    else folder->first = e->next;
    if (e->next) e->next->previous = e->previous;
    else folder->last = e->previous;
    quota_return(e->charged_user, entry_size(e->name));
    end_name(e);
    leave(folder, i);
}

int folder_is_empty(struct inode *folder)
{
    return !folder->virtual && !folder->first;
}

struct entry *folder_entry_of(struct inode *folder, struct inode *i)
{
    struct entry *e;

    for (e = folder->first; e && e->inode != i; e = e->next)
        ;
    return e;
}

/* Names know what they name, not the other way round: all are looked at. It is rarely asked for. */
struct entry *entry_of(struct inode *i)
{
    struct entry *e;
    int bucket;

    for (bucket = 0; i->links > 0 && bucket < BUCKETS; bucket++)
        for (e = buckets[bucket]; e; e = e->hash_next)
            if (e->inode == i) return e;
    return NULL;
}

void tree_init(void)
{
    tree_root = inode_new(S_IFDIR | 0755);
    if (!tree_root) panic("no memory for the tree of files");
    inode_set_parent(tree_root, tree_root);
    tree_root->links = 2;
}
