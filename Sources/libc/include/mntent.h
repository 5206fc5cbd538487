/* The tables of mounted file systems. */
#ifndef _MINICC_LIBC_MNTENT_H
#define _MINICC_LIBC_MNTENT_H

#include <features.h>
#include <bits/size_t.h>
#include <stdio.h>

#define MNTTAB "/etc/fstab"
#define MOUNTED "/etc/mtab"

#define MNTTYPE_IGNORE "ignore"
#define MNTTYPE_NFS "nfs"
#define MNTTYPE_SWAP "swap"
#define MNTOPT_DEFAULTS "defaults"
#define MNTOPT_RO "ro"
#define MNTOPT_RW "rw"
#define MNTOPT_SUID "suid"
#define MNTOPT_NOSUID "nosuid"
#define MNTOPT_NOAUTO "noauto"

struct mntent {
    char *mnt_fsname;
    char *mnt_dir;
    char *mnt_type;
    char *mnt_opts;
    int mnt_freq;
    int mnt_passno;
};

FILE *setmntent(const char *path, const char *mode);
int endmntent(FILE *file);
struct mntent *getmntent(FILE *file);
struct mntent *getmntent_r(FILE *file, struct mntent *entry, char *room, int size);
int addmntent(FILE *file, const struct mntent *entry);
char *hasmntopt(const struct mntent *entry, const char *option);

#endif
