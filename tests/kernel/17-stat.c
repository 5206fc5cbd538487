/* fstat, newfstatat, statx, access: in the kernel's own structures. */
#include "check.h"

#if defined(__x86_64__)
struct kernel_stat {
    unsigned long device, inode, links;
    unsigned mode, user, group, padding;
    unsigned long special;
    long size, block_size, blocks;
    unsigned long times[6];
    long rest[3];
};
#else
struct kernel_stat {
    unsigned long device, inode;
    unsigned mode, links, user, group;
    unsigned long special, padding;
    long size;
    int block_size, more_padding;
    long blocks;
    unsigned long times[6];
    int rest[2];
};
#endif

int main(void)
{
    struct kernel_stat status, same;
    struct stat own;
    int fd, folder, ends[2];

    HOLDS(sizeof status == (sizeof(long) * 18 - (sizeof status == 128 ? 16 : 0)));
    umask(022);
    make_file("file", "12345");
    GIVES(0, mkdir("folder", 0750));
    fd = open("file", O_RDONLY);
    memset(&status, 0xee, sizeof status);
    GIVES(0, syscall(SYS_fstat, fd, &status));
    HOLDS(status.size == 5 && (status.mode & S_IFMT) == S_IFREG && (status.mode & 0777) == 0644 && status.links == 1);
    HOLDS(status.user == getuid() && status.block_size > 0);
    GIVES(0, syscall(SYS_newfstatat, AT_FDCWD, "file", &same, 0));
    HOLDS(same.inode == status.inode && same.device == status.device && same.size == 5);
    GIVES(0, syscall(SYS_newfstatat, fd, "", &same, AT_EMPTY_PATH));
    HOLDS(same.inode == status.inode);
    GIVES(0, syscall(SYS_newfstatat, AT_FDCWD, "folder", &same, 0));
    HOLDS((same.mode & S_IFMT) == S_IFDIR && (same.mode & 0777) == 0750 && same.inode != status.inode);
#ifdef SYS_stat
    GIVES(0, syscall(SYS_stat, "file", &same));
    HOLDS(same.inode == status.inode);
    GIVES(0, syscall(SYS_lstat, "file", &same));
    HOLDS(same.inode == status.inode);
    FAILS(ENOENT, syscall(SYS_stat, "absent", &same));
#endif
    /* Relative to a folder. */
    make_file("folder/inner", "");
    folder = open("folder", O_RDONLY | O_DIRECTORY);
    GIVES(0, syscall(SYS_newfstatat, folder, "inner", &same, 0));
    FAILS(ENOENT, syscall(SYS_newfstatat, folder, "file", &same, 0));

    FAILS(ENOENT, syscall(SYS_newfstatat, AT_FDCWD, "absent", &same, 0));
    FAILS(ENOENT, syscall(SYS_newfstatat, AT_FDCWD, "", &same, 0));
    FAILS(ENOTDIR, syscall(SYS_newfstatat, AT_FDCWD, "file/x", &same, 0));
    FAILS(EFAULT, syscall(SYS_newfstatat, AT_FDCWD, BAD_ADDRESS, &same, 0));
    FAILS(EFAULT, syscall(SYS_newfstatat, AT_FDCWD, "file", BAD_ADDRESS, 0));
    FAILS(EFAULT, syscall(SYS_fstat, fd, KERNEL_ADDRESS));
    FAILS(EINVAL, syscall(SYS_newfstatat, AT_FDCWD, "file", &same, 1 << 30));
    FAILS(EBADF, syscall(SYS_fstat, -1, &same));
    FAILS(EBADF, syscall(SYS_newfstatat, 99, "file", &same, 0));

    GIVES(0, pipe(ends));
    GIVES(0, fstat(ends[0], &own));
    HOLDS(S_ISFIFO(own.st_mode));
    GIVES(0, stat("/dev/null", &own));
    HOLDS(S_ISCHR(own.st_mode));
    GIVES(0, stat("/", &own));
    HOLDS(S_ISDIR(own.st_mode));

    GIVES(0, access("file", F_OK));
    GIVES(0, access("file", R_OK | W_OK));
    FAILS(EACCES, access("file", X_OK));
    GIVES(0, access("folder", X_OK));
    FAILS(ENOENT, access("absent", F_OK));
    FAILS(ENOTDIR, access("file/x", F_OK));
    FAILS(EFAULT, access(BAD_ADDRESS, F_OK));
    FAILS(EINVAL, syscall(SYS_faccessat, AT_FDCWD, "file", 8));
    GIVES(0, faccessat(folder, "inner", R_OK, 0));
    return finish();
}
