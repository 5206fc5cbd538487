#ifndef _MINICC_LIBC_SYS_POLL_H
#define _MINICC_LIBC_SYS_POLL_H

#include <poll.h>

#endif
