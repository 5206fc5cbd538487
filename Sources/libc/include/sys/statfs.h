#ifndef _MINICC_LIBC_SYS_STATFS_H
#define _MINICC_LIBC_SYS_STATFS_H

#include <features.h>
#include <sys/types.h>

typedef struct {
    int __val[2];
} fsid_t;

/* As the kernel writes it. */
struct statfs {
    long f_type;
    long f_bsize;
    fsblkcnt_t f_blocks;
    fsblkcnt_t f_bfree;
    fsblkcnt_t f_bavail;
    fsfilcnt_t f_files;
    fsfilcnt_t f_ffree;
    fsid_t f_fsid;
    long f_namelen;
    long f_frsize;
    long f_flags;
    long f_spare[4];
};

int statfs(const char *path, struct statfs *result);
int fstatfs(int fd, struct statfs *result);

#endif
