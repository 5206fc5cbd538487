#ifndef _MINICC_LIBC_MEMORY_H
#define _MINICC_LIBC_MEMORY_H

#include <string.h>

#endif
