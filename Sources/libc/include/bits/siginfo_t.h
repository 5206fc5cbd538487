#ifndef _MINICC_LIBC_BITS_SIGINFO_T_H
#define _MINICC_LIBC_BITS_SIGINFO_T_H

/* No header in here: <sys/types.h> of a program may come back to <signal.h>, which needs this first. */
union sigval {
    int sival_int;
    void *sival_ptr;
};

/* As the kernel writes it. */
typedef struct {
    int si_signo;
    int si_errno;
    int si_code;
    int __pad;
    union {
        struct {
            int __pid;
            unsigned int __uid;
            union {
                int __status;
                union sigval __value;
            } __third;
        } __sender;
        void *__address;
        long __band;
        char __room[112];
    } __data;
} siginfo_t;
#define si_pid __data.__sender.__pid
#define si_uid __data.__sender.__uid
#define si_status __data.__sender.__third.__status
#define si_value __data.__sender.__third.__value
#define si_int si_value.sival_int
#define si_ptr si_value.sival_ptr
#define si_addr __data.__address
#define si_band __data.__band

#endif
