#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* struct statx, as the kernel has it on all machines. */
struct stat_moment {
    long seconds;
    unsigned int nanoseconds;
    int padding;
};

struct stat_extended {
    unsigned int mask, block_size;
    unsigned long attributes;
    unsigned int links, user, group;
    unsigned short mode, padding;
    unsigned long inode, size, blocks, attributes_mask;
    struct stat_moment access, birth, change, modification;
    unsigned int special_major, special_minor, device_major, device_minor;
    unsigned long more[14];
};

enum { STAT_BASIC = 0x7ff };

static dev_t stat_device(unsigned int major, unsigned int minor)
{
    return (dev_t)(major & 0xfff) << 8 | (minor & 0xff) | (dev_t)(minor & ~0xffu) << 12
        | (dev_t)(major & ~0xfffu) << 32;
}

static void stat_time(struct timespec *time, const struct stat_moment *moment)
{
    time->tv_sec = moment->seconds;
    time->tv_nsec = moment->nanoseconds;
}

int __fstatat(int directory, const char *path, struct stat *status, int flags)
{
    struct stat_extended all;

    if (__sys_result(sys_statx(directory, path, flags, STAT_BASIC, &all)) < 0)
        return -1;
    status->st_dev = stat_device(all.device_major, all.device_minor);
    status->st_ino = all.inode;
    status->st_nlink = all.links;
    status->st_mode = all.mode;
    status->st_uid = all.user;
    status->st_gid = all.group;
    status->st_rdev = stat_device(all.special_major, all.special_minor);
    status->st_size = (off_t)all.size;
    status->st_blksize = all.block_size;
    status->st_blocks = (blkcnt_t)all.blocks;
    stat_time(&status->st_atim, &all.access);
    stat_time(&status->st_mtim, &all.modification);
    stat_time(&status->st_ctim, &all.change);
    return 0;
}
PUBLIC_NAME(fstatat);

int __stat(const char *path, struct stat *status)
{
    return __fstatat(AT_FDCWD, path, status, 0);
}
PUBLIC_NAME(stat);

int __lstat(const char *path, struct stat *status)
{
    return __fstatat(AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW);
}
PUBLIC_NAME(lstat);

int __fstat(int fd, struct stat *status)
{
    return __fstatat(fd, "", status, AT_EMPTY_PATH);
}
PUBLIC_NAME(fstat);
