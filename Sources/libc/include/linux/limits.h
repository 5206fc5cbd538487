#ifndef _MINICC_LIBC_LINUX_LIMITS_H
#define _MINICC_LIBC_LINUX_LIMITS_H

#include <limits.h>

#ifndef PATH_MAX
#define PATH_MAX 4096
#define NAME_MAX 255
#define PIPE_BUF 4096
#define ARG_MAX 131072
#define NGROUPS_MAX 65536
#endif

#endif
