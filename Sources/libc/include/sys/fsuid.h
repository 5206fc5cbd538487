#ifndef _MINICC_LIBC_SYS_FSUID_H
#define _MINICC_LIBC_SYS_FSUID_H

#include <features.h>
#include <sys/types.h>

int setfsuid(uid_t user);
int setfsgid(gid_t group);

#endif
