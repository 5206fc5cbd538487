#ifndef _MINICC_LIBC_SYS_AUXV_H
#define _MINICC_LIBC_SYS_AUXV_H

#include <features.h>
#include <elf.h>

unsigned long getauxval(unsigned long type);

#endif
