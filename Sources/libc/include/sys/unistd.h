#ifndef _MINICC_LIBC_SYS_UNISTD_H
#define _MINICC_LIBC_SYS_UNISTD_H

#include <unistd.h>

#endif
