#ifndef _MINICC_LIBC_ULIMIT_H
#define _MINICC_LIBC_ULIMIT_H

#define UL_GETFSIZE 1
#define UL_SETFSIZE 2

long ulimit(int command, ...);

#endif
