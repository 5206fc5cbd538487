/* Who a process is, and what that lets it do. */
#ifndef CREDENTIALS_H
#define CREDENTIALS_H

#include "types.h"

struct inode;
struct process;

enum { GROUPS_MAX = 64 };

/*
 * Four users and four groups, as Linux has them: the real one, whose processes these are; the effective one, whose rights
 * they have; the saved one, to which they may go back; and the one that counts with files, which follows the effective one.
 */
struct credentials {
    u32 user, effective_user, saved_user, file_user;
    u32 group, effective_group, saved_group, file_group;
    u32 groups[GROUPS_MAX];
    int group_count;
    u64 permitted, effective, bounding;  /* capabilities: sets of bits */
    u32 secure_bits;                     /* of SECURE_… */
    int no_new_privileges;
    int dumpable;                        /* others of the same user may look into it */
};

enum { CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER, CAP_FSETID, CAP_KILL, CAP_SETGID, CAP_SETUID, CAP_SETPCAP,
       CAP_LINUX_IMMUTABLE, CAP_NET_BIND_SERVICE, CAP_NET_ADMIN = 12, CAP_SYS_CHROOT = 18, CAP_SYS_PTRACE, CAP_SYS_ADMIN = 21, CAP_SYS_BOOT,
       CAP_SYS_NICE, CAP_SYS_RESOURCE, CAP_SYS_TIME, CAP_SYS_TTY_CONFIG, CAP_MKNOD, CAP_MAC_OVERRIDE = 32, CAP_SYSLOG = 34, CAP_LAST = 40 };

/* prctl's securebits: root's programs get nothing, changes of the user neither, capabilities stay when the user does not. */
enum { SECURE_NO_ROOT = 1, SECURE_NO_FIXUP = 4, SECURE_KEEP_CAPS = 16, SECURE_KEEP_CAPS_LOCKED = 32, SECURE_LOCKS = 0xaa, SECURE_BITS = 0xff };

#define CAPABILITY(n) (1UL << (n))
#define ALL_CAPABILITIES (CAPABILITY(CAP_LAST + 1) - 1)

/* ---- credentials.c. The kernel itself, before there is a process, may do everything. ---- */

void credentials_init(struct credentials *c);              /* root's */
int may(int capability);                                   /* the current process */
int is_in_group(u32 group);                                /* its group for files, or one of the others */
/* What a program from this file makes of them; whether it gains something, so that its environment is not to be trusted. */
int credentials_exec(struct credentials *c, struct inode *file);
int may_signal(struct process *p, int number);
int may_change(struct process *p);                         /* its priority */
int may_look_into(struct process *p);                      /* its memory and files, by /proc */

/* ---- files/permission.c: 0 or -errno ---- */

int inode_access(struct inode *i, int wanted);             /* R_OK, W_OK, X_OK */
int inode_is_own(struct inode *i);                         /* or may be treated so */
int may_make_name(struct inode *folder);
int may_remove_name(struct inode *folder, struct inode *i);
void inode_drop_privileges(struct inode *i);               /* the set-id bits of a file that is written to */

#endif
