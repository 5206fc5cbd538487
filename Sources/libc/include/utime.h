#ifndef _MINICC_LIBC_UTIME_H
#define _MINICC_LIBC_UTIME_H

#include <bits/time_t.h>

struct utimbuf {
    time_t actime;
    time_t modtime;
};

int utime(const char *path, const struct utimbuf *times);

#endif
