#ifndef _MINICC_LIBC_MALLOC_H
#define _MINICC_LIBC_MALLOC_H

#include <stdlib.h>

size_t malloc_usable_size(void *block);

#endif
