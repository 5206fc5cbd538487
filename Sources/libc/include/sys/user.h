#ifndef _MINICC_LIBC_SYS_USER_H
#define _MINICC_LIBC_SYS_USER_H

#include <features.h>

#define PAGE_SHIFT 12
#define PAGE_SIZE 4096
#define PAGE_MASK (~(PAGE_SIZE - 1))
#define NBPG PAGE_SIZE

#endif
