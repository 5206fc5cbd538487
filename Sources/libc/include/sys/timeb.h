#ifndef _MINICC_LIBC_SYS_TIMEB_H
#define _MINICC_LIBC_SYS_TIMEB_H

#include <features.h>
#include <bits/time_t.h>

struct timeb {
    time_t time;
    unsigned short millitm;
    short timezone;
    short dstflag;
};

int ftime(struct timeb *now);

#endif
