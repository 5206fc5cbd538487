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

void folder_replace(struct inode *folder, const char *name, struct inode *i)
{
    struct entry *e = find(folder, name);
    struct inode *old = e->inode;

    e->inode = i;
    enter(folder, i);
    leave(folder, old);
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
    release(e);
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
