#ifndef _MINICC_LIBC_LINUX_IF_H
#define _MINICC_LIBC_LINUX_IF_H

#include <net/if.h>

#endif
