#ifndef _MINICC_LIBC_BITS_TIMEVAL_H
#define _MINICC_LIBC_BITS_TIMEVAL_H

#include <sys/types.h>

struct timeval {
    time_t tv_sec;
    suseconds_t tv_usec;
};

#endif
