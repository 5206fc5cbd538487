#include <sys/statvfs.h>
#include "../internal/sys.h"

/* The kernel's own structure, the same on all 64-bit machines. */
struct kernel_statfs {
    long type, block_size, blocks, free_blocks, available_blocks, files, free_files;
    int id[2];
    long name_size, fragment_size, flags, spare[4];
};

/* The kernel marks the flags as valid with a bit of its own. */
enum { KERNEL_FLAGS_VALID = 0x20 };

static int give_statvfs(long answer, const struct kernel_statfs *from, struct statvfs *to)
{
    if (__sys_result(answer) < 0) return -1;
    to->f_bsize = (unsigned long)from->block_size;
    to->f_frsize = (unsigned long)(from->fragment_size ? from->fragment_size : from->block_size);
    to->f_blocks = (fsblkcnt_t)from->blocks;
    to->f_bfree = (fsblkcnt_t)from->free_blocks;
    to->f_bavail = (fsblkcnt_t)from->available_blocks;
    to->f_files = (fsfilcnt_t)from->files;
    to->f_ffree = to->f_favail = (fsfilcnt_t)from->free_files;
    to->f_fsid = (unsigned int)from->id[0] | (unsigned long)(unsigned int)from->id[1] << 32;
    to->f_flag = (unsigned long)from->flags & ~(unsigned long)KERNEL_FLAGS_VALID;
    to->f_namemax = (unsigned long)from->name_size;
    return 0;
}

int statvfs(const char *path, struct statvfs *result)
{
    struct kernel_statfs status;

    return give_statvfs(sys_statfs(path, &status), &status, result);
}

int fstatvfs(int fd, struct statvfs *result)
{
    struct kernel_statfs status;

    return give_statvfs(sys_fstatfs(fd, &status), &status, result);
}
