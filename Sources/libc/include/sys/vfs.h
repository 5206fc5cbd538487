#ifndef _MINICC_LIBC_SYS_VFS_H
#define _MINICC_LIBC_SYS_VFS_H

#include <sys/statfs.h>

#endif
