/* What users and capabilities let processes do to each other, and what exec makes of them. */
#include "base.h"
#include "files.h"
#include "process.h"

void credentials_init(struct credentials *c)
{
    clear_bytes(c, sizeof *c);
    c->permitted = c->effective = c->bounding = ALL_CAPABILITIES;
    c->dumpable = 1;
}

int may(int capability)
{
    return !current || current->who.effective & CAPABILITY(capability);
}

int is_in_group(u32 group)
{
    int i;

    if (!current || group == current->who.file_group) return 1;
    for (i = 0; i < current->who.group_count; i++)
        if (group == current->who.groups[i]) return 1;
    return 0;
}

/* ---- Other processes ---- */

int may_signal(struct process *p, int number)
{
    struct credentials *own = &current->who, *its = &p->who;

    return p == current || may(CAP_KILL) || own->effective_user == its->saved_user || own->effective_user == its->user
        || own->user == its->saved_user || own->user == its->user || (number == SIGCONT && p->session == current->session);
}

int may_change(struct process *p)
{
    u32 own = current->who.effective_user;

    return own == p->who.user || own == p->who.effective_user || may(CAP_SYS_NICE);
}

/* All its users and groups must be ours, and it may not be able to do what we cannot. */
int may_look_into(struct process *p)
{
    struct credentials *own = &current->who, *its = &p->who;

    if (p == current || may(CAP_SYS_PTRACE)) return 1;
    return its->dumpable && own->file_user == its->user && own->file_user == its->effective_user && own->file_user == its->saved_user
        && own->file_group == its->group && own->file_group == its->effective_group && own->file_group == its->saved_group
        && !(its->permitted & ~own->permitted);
}

/* ---- exec ---- */

/*
 * exec leaves the old memory and takes a copy of shared descriptors, so nobody outside can reach into a program that gains
 * rights; but who shares its working folder (CLONE_FS) could move it, so then nothing is gained.
 */
int credentials_exec(struct credentials *c, struct inode *file)
{
    u64 had = c->permitted;
    int secure, has_root;

    if (!c->no_new_privileges && current->folders->holders == 1 && !(mount_flags(file) & MS_NOSUID)) {
        if (file->mode & S_ISUID) c->effective_user = file->user;
        if ((file->mode & (S_ISGID | S_IXGRP)) == (S_ISGID | S_IXGRP)) c->effective_group = file->group;
    }
    c->saved_user = c->file_user = c->effective_user;
    c->saved_group = c->file_group = c->effective_group;
    has_root = !(c->secure_bits & SECURE_NO_ROOT);
    c->permitted = has_root && (c->user == 0 || c->effective_user == 0) ? c->bounding : 0;
    if (c->no_new_privileges) c->permitted &= had;
    c->effective = has_root && c->effective_user == 0 ? c->permitted : 0;
    c->secure_bits &= ~(u32)SECURE_KEEP_CAPS;
    secure = c->user != c->effective_user || c->group != c->effective_group;
    /* Who may not read the program may not read it from its memory either. */
    c->dumpable = !secure && inode_access(file, R_OK) == 0;
    return secure;
}
