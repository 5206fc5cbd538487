#ifndef _MINICC_LIBC_BITS_SCHED_PARAM_H
#define _MINICC_LIBC_BITS_SCHED_PARAM_H

struct sched_param {
    int sched_priority;
};

#endif
