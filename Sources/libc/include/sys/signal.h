#ifndef _MINICC_LIBC_SYS_SIGNAL_H
#define _MINICC_LIBC_SYS_SIGNAL_H

#include <signal.h>

#endif
