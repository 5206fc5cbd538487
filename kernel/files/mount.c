/*
 * Mounts: another tree in the place of a folder. The folder that is covered knows the root of what covers it, and a path
 * goes on there; the root's parent is the covered folder's, so that .. needs to know nothing.
 */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

enum { MOUNTS = 16, FIRST_SYSTEM = 16 };

struct mount {
    struct inode *root, *covers;
    const char *type;
    u32 flags;
    char source[32];
};

/* The number of a system is its place here and FIRST_SYSTEM. Those of the boot, the tree and /proc, are not in it. */
static struct mount mounts[MOUNTS];

static struct mount *mount_of(u32 system)
{
    return system >= FIRST_SYSTEM ? &mounts[system - FIRST_SYSTEM] : NULL;
}

u32 mount_flags(struct inode *i)
{
    struct mount *m = mount_of(i->system);

    return m ? m->flags : 0;
}

struct inode *mount_over(struct inode *i)
{
    struct inode *covered;

    while (i && i->covered_by) {
        covered = i;
        i = inode_hold(i->covered_by);
        inode_release(covered);
    }
    return i;
}

/* ---- mount ---- */

static struct inode *new_root(int is_proc, struct mount *m, u32 mode)
{
    struct inode *i = is_proc ? proc_root() : inode_new(S_IFDIR | mode);

    if (!i) return NULL;
    i->system = FIRST_SYSTEM + (m - mounts);
    i->links = 2;
    return i;
}

/* Of a tree's options only the mode of its root; a limit of size is each user's quota. */
static u32 mode_option(const char *data)
{
    u32 mode = 0;

    for (; *data; data++) {
        if (!starts_with(data, "mode=")) continue;
        for (data += 5; *data >= '0' && *data <= '7'; data++) mode = mode << 3 | (*data - '0');
        return mode & MODE_BITS;
    }
    return S_ISVTX | 0777;
}

int mount_add(struct inode *target, const char *source, const char *type, u32 flags, const char *data)
{
    int is_proc = strings_equal(type, "proc"), n;
    struct mount *m = NULL;
    struct inode *root;

    if (!is_proc && !strings_equal(type, "tmpfs") && !strings_equal(type, "ramfs")) return -ENODEV;
    if (!is_folder(target)) return -ENOTDIR;
    if (target->parent == target || target->covers || target->virtual) return -EBUSY;
    for (n = MOUNTS; n-- > 0;)
        if (!mounts[n].root) m = &mounts[n];
    if (!m) return -ENOMEM;
    root = new_root(is_proc, m, mode_option(data));
    if (!root) return -ENOMEM;
    inode_set_parent(root, target->parent);
    root->covers = inode_hold(target);
    target->covered_by = root;
    m->root = root;
    m->covers = target;
    m->type = is_proc ? "proc" : "tmpfs";
    m->flags = flags & MOUNT_FLAGS;
    copy_string(m->source, *source ? source : m->type, sizeof m->source);
    return 0;
}

int mount_change(struct inode *root, u32 flags)
{
    struct mount *m = root->covers ? mount_of(root->system) : NULL;

    if (!m) return -EINVAL;
    m->flags = flags & MOUNT_FLAGS;
    return 0;
}

/* ---- umount ---- */

/*
 * Whether somebody has something of the tree: more holders than its folders have folders in them, which hold their parents.
 * On the way down `listed`, which is only a hint for getdents, keeps the place in each folder.
 */
static int is_used(struct inode *root)
{
    struct inode *folder = root;
    struct entry *e = root->first;
    u32 folders = 0;

    for (;;) {
        for (; e; e = e->next) {
            if (!is_folder(e->inode)) {
                if (e->inode->holders > 0) return 1;
                continue;
            }
            if (e->inode->covered_by) return 1;
            folder->listed = e;
            folder = e->inode;
            break;
        }
        if (e) {
            e = folder->first;
            continue;
        }
        for (folders = 0, e = folder->first; e; e = e->next) folders += is_folder(e->inode);
        /* The root has two more: the mount's, and the caller's. */
        if (folder->holders > folders + (folder == root ? 2 : 0)) return 1;
        if (folder == root) return 0;
        folder = folder->parent;
        e = folder->listed->next;
    }
}

/* All names, from the leaves up. What is open stays as long as it is. */
static void empty(struct inode *root)
{
    struct inode *folder = root;
    struct entry *e;

    for (;;) {
        e = folder->first;
        if (e && is_folder(e->inode) && e->inode->first) folder = e->inode;
        else if (e) folder_remove(folder, e->name);
        else if (folder == root) return;
        else folder = folder->parent;
    }
}

int mount_remove(struct inode *root, int at_once)
{
    struct mount *m = root->covers ? mount_of(root->system) : NULL;

    if (!m) return -EINVAL;
    if (!at_once && (root->virtual ? root->holders > 2 : is_used(root))) return -EBUSY;
    notify_unmount(root->system);
    if (!root->virtual) empty(root);
    m->covers->covered_by = NULL;
    root->covers = NULL;
    inode_release(m->covers);
    m->root = NULL;
    root->links = 0;
    inode_release(root);
    return 0;
}

/* ---- What there is, for /proc ---- */

static u64 put_line(char *text, u64 size, int is_info, int n, const char *path, const char *source, const char *type, u32 flags)
{
    char options[40];

    format_text(options, sizeof options, "%s%s%s%s", flags & MS_RDONLY ? "ro" : "rw", flags & MS_NOSUID ? ",nosuid" : "",
                flags & MS_NODEV ? ",nodev" : "", flags & MS_NOEXEC ? ",noexec" : "");
    if (is_info) return format_text(text, size, "%d 1 0:%d / %s %s - %s %s rw\n", n, n, path, options, type, source);
    return format_text(text, size, "%s %s %s %s 0 0\n", source, path, type, options);
}

void mounts_put(char *text, u64 size, int is_info)
{
    u64 at = put_line(text, size, is_info, 1, "/", "rootfs", "rootfs", 0);
    char *path = allocate(PATH_MAX);
    struct mount *m;
    s64 length;

    at += put_line(text + at, size - at, is_info, 2, "/proc", "proc", "proc", 0);
    for (m = mounts; path && m < mounts + MOUNTS; m++) {
        if (!m->root) continue;
        length = path_of(m->root, path, PATH_MAX - 1);
        if (length < 0) continue;
        path[length] = 0;
        at += put_line(text + at, size - at, is_info, FIRST_SYSTEM + (m - mounts), path, m->source, m->type, m->flags);
    }
    release(path);
}

CHECK(
void mounts_visit(void (*visit)(struct inode *i))
{
    struct mount *m;

    for (m = mounts; m < mounts + MOUNTS; m++) {
        if (!m->root) continue;
        visit(m->root);
        visit(m->covers);
    }
}
)
