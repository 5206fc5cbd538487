/* The initramfs: one or several cpio archives become the tree of files. */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "cpio.h"
#include "files.h"
#include "memory.h"

static const u8 *archive;
static u64 size;

/* Files with several names: the bytes come with one of them. Held, since a later member may take the name away. */
struct known {
    struct known *next;
    u64 number;
    struct inode *inode;
};

static struct known *all_known;

static void bad(const char *what, u64 at)
{
    panic("the initramfs is not a cpio archive (newc): %s at byte %lu", what, at);
}

static u64 number_at(u64 at)
{
    u64 value = 0;
    int i, c;

    for (i = 0; i < CPIO_DIGITS; i++) {
        c = archive[at + i];
        if (c >= '0' && c <= '9') c -= '0';
        else if (c >= 'a' && c <= 'f') c -= 'a' - 10;
        else if (c >= 'A' && c <= 'F') c -= 'A' - 10;
        else bad("a number with other characters", at + i);
        value = value << 4 | c;
    }
    return value;
}

/* One whose names are all gone again is no file to link to. */
static struct inode *find_known(u64 number)
{
    struct known *k;

    for (k = all_known; k && (k->number != number || k->inode->links == 0); k = k->next)
        ;
    return k ? k->inode : NULL;
}

static void remember(u64 number, struct inode *i)
{
    struct known *k = allocate(sizeof *k);

    if (!k) panic("no memory for the initramfs");
    k->next = all_known;
    k->number = number;
    k->inode = inode_hold(i);
    all_known = k;
}

static void forget_all(void)
{
    struct known *next;

    for (; all_known; all_known = next) {
        next = all_known->next;
        inode_release(all_known->inode);
        release(all_known);
    }
}

static void check(int error, const char *name)
{
    if (error == -ENOSPC || error == -ENOMEM) panic("the initramfs does not fit into memory: %s", name);
    if (error) panic("the initramfs cannot have %s: error %d", name, -error);
}

static void write_bytes(struct inode *i, const char *name, u64 at, u64 length)
{
    struct io io;

    io_kernel(&io, (void *)(archive + at), length);
    data_resize(i, 0);
    if (length > 0 && data_write(i, 0, &io) != (s64)length) check(-ENOSPC, name);
}

static void set_attributes(struct inode *i, u64 *fields)
{
    i->mode = (i->mode & S_IFMT) | (fields[CPIO_MODE] & MODE_BITS);
    inode_set_user(i, fields[CPIO_USER]);
    i->group = fields[CPIO_GROUP];
    i->modified.seconds = i->accessed.seconds = i->changed.seconds = fields[CPIO_TIME];
    i->modified.nanoseconds = i->accessed.nanoseconds = i->changed.nanoseconds = 0;
}

static void make_link(const char *name, u64 *fields, u64 at)
{
    char *target;

    if (fields[CPIO_SIZE] >= PATH_MAX) check(-ENAMETOOLONG, name);
    target = allocate(fields[CPIO_SIZE] + 1);
    if (!target) check(-ENOMEM, name);
    copy_bytes(target, archive + at, fields[CPIO_SIZE]);
    tree_unlink(tree_root, name);
    check(tree_make_link(tree_root, name, target), name);
    release(target);
}

static void make_folder(const char *name, u64 *fields)
{
    struct inode *i;
    int error = tree_make(tree_root, name, S_IFDIR | 0755, &i);

    if (error == -EEXIST) error = path_find(tree_root, name, 1, &i);
    check(error, name);
    set_attributes(i, fields);
    inode_release(i);
}

static void make_file(const char *name, u64 *fields, u64 at)
{
    struct inode *i = fields[CPIO_LINKS] > 1 ? find_known(fields[CPIO_INODE]) : NULL;

    tree_unlink(tree_root, name);
    if (i) {
        check(tree_link(i, tree_root, name), name);
        inode_hold(i);
    } else {
        check(tree_make(tree_root, name, S_IFREG, &i), name);
        if (fields[CPIO_LINKS] > 1) remember(fields[CPIO_INODE], i);
    }
    if (fields[CPIO_SIZE] > 0) write_bytes(i, name, at, fields[CPIO_SIZE]);
    set_attributes(i, fields);
    inode_release(i);
}

static void unpack(const char *name, u64 *fields, u64 at)
{
    while (*name == '/' || starts_with(name, "./")) name++;
    if (!*name || strings_equal(name, ".")) {
        set_attributes(tree_root, fields);
        return;
    }
    check(path_make_folders(name), name);
    switch (fields[CPIO_MODE] & S_IFMT) {
    case S_IFDIR: make_folder(name, fields); break;
    case S_IFREG: make_file(name, fields, at); break;
    case S_IFLNK: make_link(name, fields, at); break;
    default: log_line(LOG_BOOT, "the initramfs's %s is neither file, folder nor link: left out", name);
    }
}

/* One member; where the next one begins. */
static u64 member(u64 start)
{
    u64 fields[CPIO_FIELDS], at;
    const char *name = (const char *)archive + start + CPIO_HEADER;
    int i;

    if (size - start < CPIO_HEADER) bad("a header that is cut off", start);
    if (archive[start] == 0x1f && archive[start + 1] == 0x8b) panic("the initramfs is compressed; this kernel takes it plain");
    for (i = 0; i < CPIO_MAGIC - 1; i++)
        if (archive[start + i] != "07070"[i]) bad("no header", start);
    if (archive[start + 5] != '1' && archive[start + 5] != '2') bad("another format's header", start);
    for (i = 0; i < CPIO_FIELDS; i++) fields[i] = number_at(start + CPIO_MAGIC + i * CPIO_DIGITS);
    at = start + CPIO_HEADER + fields[CPIO_NAME_SIZE];
    if (fields[CPIO_NAME_SIZE] == 0 || fields[CPIO_NAME_SIZE] > PATH_MAX || at > size) bad("a name that is too long", start);
    if (archive[at - 1]) bad("a name without an end", start);
    at = (at + 3) & ~3UL;
    if (at > size || fields[CPIO_SIZE] > size - at) bad("a member that is cut off", start);
    if (strings_equal(name, CPIO_END)) forget_all();
    else unpack(name, fields, at);
    return (at + fields[CPIO_SIZE] + 3) & ~3UL;
}

void initramfs_unpack(void)
{
    u64 at = 0;

    archive = KERNEL_ADDRESS(boot_info.initrd_start);
    size = boot_info.initrd_size;
    if (!size) panic("there is no initramfs");
    while (at < size) {
        /* Between archives there may be zeros. */
        if (!archive[at]) at++;
        else at = member(at);
    }
    forget_all();
    pages_add(boot_info.initrd_start, boot_info.initrd_start + size);
}
