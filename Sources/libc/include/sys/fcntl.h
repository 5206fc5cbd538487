#ifndef _MINICC_LIBC_SYS_FCNTL_H
#define _MINICC_LIBC_SYS_FCNTL_H

#include <fcntl.h>

#endif
