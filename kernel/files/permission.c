/* Who may do what with files: the nine bits of the mode, the three above them, and who may disregard them. */
#include "base.h"
#include "files.h"
#include "process.h"

int inode_access(struct inode *i, int wanted)
{
    u32 bits = i->mode;

    if (!current) return 0;
    if (wanted & W_OK && mount_flags(i) & MS_RDONLY && !i->device && !is_pipe(i) && !is_socket(i)) return -EROFS;
    /* What a process has open it finds in its own /proc/N, whoever it has become. */
    if (i->proc_kind && i->proc_id == current->id && !(wanted & W_OK)) return 0;
    if (current->who.file_user == i->user) bits >>= 6;
    else if (is_in_group(i->group)) bits >>= 3;
    if ((bits & wanted) == (u32)wanted) return 0;
    if (is_folder(i)) {
        if (may(CAP_DAC_OVERRIDE) || (!(wanted & W_OK) && may(CAP_DAC_READ_SEARCH))) return 0;
    } else {
        if (may(CAP_DAC_OVERRIDE) && (!(wanted & X_OK) || i->mode & 0111)) return 0;
        if (wanted == R_OK && may(CAP_DAC_READ_SEARCH)) return 0;
    }
    return -EACCES;
}

int inode_is_own(struct inode *i)
{
    return !current || current->who.file_user == i->user || may(CAP_FOWNER);
}

int may_make_name(struct inode *folder)
{
    return inode_access(folder, W_OK | X_OK);
}

/* In a sticky folder only by who owns the file or the folder. */
int may_remove_name(struct inode *folder, struct inode *i)
{
    int error = inode_access(folder, W_OK | X_OK);

    if (error) return error;
    if (folder->mode & S_ISVTX && !inode_is_own(i) && !inode_is_own(folder)) return -EPERM;
    return 0;
}

/* Other bytes are another program: it is not to run with the rights that were given to the old one. */
void inode_drop_privileges(struct inode *i)
{
    if (!is_file(i) || !(i->mode & (S_ISUID | S_ISGID)) || may(CAP_FSETID)) return;
    i->mode &= ~S_ISUID;
    if (i->mode & S_IXGRP) i->mode &= ~S_ISGID;
}
