#ifndef _MINICC_LIBC_SYS_SENDFILE_H
#define _MINICC_LIBC_SYS_SENDFILE_H

#include <features.h>
#include <bits/size_t.h>
#include <sys/types.h>

ssize_t sendfile(int to, int from, off_t *offset, size_t size);

#endif
