#ifndef _MINICC_LIBC_BITS_TIMESPEC_H
#define _MINICC_LIBC_BITS_TIMESPEC_H

#include <bits/time_t.h>

struct timespec {
    time_t tv_sec;
    long tv_nsec;
};

#endif
