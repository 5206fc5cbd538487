/* The name before <dirent.h>. */
#ifndef _MINICC_LIBC_SYS_DIR_H
#define _MINICC_LIBC_SYS_DIR_H

#include <dirent.h>

#define direct dirent

#endif
