/* /dev: null, zero, full, random, the console. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "terminal.h"

static s64 nothing(struct file *f, u64 *offset, struct io *io)
{
    (void)f, (void)offset, (void)io;
    return 0;
}

static s64 swallow(struct file *f, u64 *offset, struct io *io)
{
    (void)f, (void)offset;
    return io->left;
}

static s64 no_room(struct file *f, u64 *offset, struct io *io)
{
    (void)f, (void)offset, (void)io;
    return -ENOSPC;
}

static s64 zeros(struct file *f, u64 *offset, struct io *io)
{
    (void)f, (void)offset;
    while (io->left > 0) {
        if (io_clear(io, io->left < PAGE_SIZE ? io->left : PAGE_SIZE) < 0) break;
        give_way();
    }
    return io->done > 0 ? (s64)io->done : -EFAULT;
}

/* A generator with a good spread; nothing here is a secret. */
u64 random_number(void)
{
    static u64 state;
    u64 z;

    if (!state) state = arch_nanoseconds() ^ arch_wall_seconds() << 32;
    z = state += 0x9e3779b97f4a7c15UL;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9UL;
    z = (z ^ z >> 27) * 0x94d049bb133111ebUL;
    return z ^ z >> 31;
}

s64 random_fill(struct io *io)
{
    u64 numbers[32], n;

    while (io->left > 0) {
        for (n = 0; n < COUNT_OF(numbers); n++) numbers[n] = random_number();
        if (io_put(io, numbers, io->left < sizeof numbers ? io->left : sizeof numbers) < 0) return io->done > 0 ? (s64)io->done : -EFAULT;
        give_way();
    }
    return io->done;
}

static s64 random_bytes(struct file *f, u64 *offset, struct io *io)
{
    (void)f, (void)offset;
    return random_fill(io);
}

static int ready(struct file *f)
{
    (void)f;
    return POLLIN | POLLRDNORM | POLLOUT | POLLWRNORM;
}

static const struct file_type null_type = { nothing, swallow, NULL, always_ready, NULL, 1 };
static const struct file_type zero_type = { zeros, swallow, NULL, always_ready, NULL, 1 };
static const struct file_type full_type = { zeros, no_room, NULL, always_ready, NULL, 1 };
static const struct file_type random_type = { random_bytes, swallow, NULL, ready, NULL, 1 };

static const struct device devices[] = {
    { "/dev/null", 0x103, &null_type, NULL },
    { "/dev/zero", ZERO_DEVICE, &zero_type, NULL },
    { "/dev/full", 0x107, &full_type, NULL },
    { "/dev/random", 0x108, &random_type, NULL },
    { "/dev/urandom", 0x109, &random_type, NULL },
    { "/dev/tty", 0x500, &terminal_type, controlling_open },
    { "/dev/console", 0x501, &terminal_type, console_open },
    { "/dev/ptmx", 0x502, &terminal_type, master_open },
};

static const char *links[][2] = {
    { "/dev/fd", "/proc/self/fd" },
    { "/dev/stdin", "/proc/self/fd/0" },
    { "/dev/stdout", "/proc/self/fd/1" },
    { "/dev/stderr", "/proc/self/fd/2" },
};

const struct device *device_find(u32 number)
{
    u64 n;

    for (n = 0; n < COUNT_OF(devices); n++)
        if (devices[n].number == number) return &devices[n];
    return NULL;
}

/* For everybody, if the initramfs did not say otherwise. */
static void make_folder_for_all(const char *path)
{
    struct inode *i;

    if (tree_make(tree_root, path, S_IFDIR | S_ISVTX | 0777, &i) == 0) inode_release(i);
}

void boot_needs(const char *name, int error)
{
    if (error == -ENOSPC || error == -ENOMEM) panic("no room for %s", name);
    if (error) panic("the initramfs has something else in the place of %s: error %d", name, -error);
}

/* What the initramfs brings under these names gives way, but for folders that are not empty. */
void devices_init(void)
{
    struct inode *i;
    u64 n;

    make_folder_for_all("/tmp");
    boot_needs("/dev", path_make_folders("/dev/null"));
    for (n = 0; n < COUNT_OF(devices); n++) {
        tree_unlink(tree_root, devices[n].name);
        boot_needs(devices[n].name, tree_make(tree_root, devices[n].name, S_IFCHR | 0666, &i));
        i->device = &devices[n];
        /* Its terminal is root's; who has one of his own finds it by /dev/tty. */
        if (strings_equal(devices[n].name, "/dev/console")) i->mode = S_IFCHR | 0600;
        inode_release(i);
    }
    make_folder_for_all("/dev/shm");
    tree_remove_folder(tree_root, "/dev/pts");
    boot_needs("/dev/pts", tree_make(tree_root, "/dev/pts", S_IFDIR | 0755, &i));
    i->virtual = &pairs_folder;
    i->system = PAIRS_SYSTEM;
    inode_release(i);
    for (n = 0; n < COUNT_OF(links); n++) {
        tree_unlink(tree_root, links[n][0]);
        boot_needs(links[n][0], tree_make_link(tree_root, links[n][0], links[n][1]));
    }
}

int device_make(const struct device *d, int flags, struct file **made)
{
    struct inode *i = inode_new(0600);
    int error;

    if (!i) return -ENFILE;
    i->device = d;
    error = file_open_device(i, flags, made);
    inode_release(i);
    return error;
}
