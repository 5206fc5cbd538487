#ifndef _MINICC_LIBC_SYS_MTIO_H
#define _MINICC_LIBC_SYS_MTIO_H

#include <sys/ioctl.h>
#include <sys/types.h>

/* Tapes. */
struct mtop {
    short mt_op;
    int mt_count;
};
struct mtget {
    long mt_type;
    long mt_resid;
    long mt_dsreg;
    long mt_gstat;
    long mt_erreg;
    int mt_fileno;
    int mt_blkno;
};
struct mtpos {
    long mt_blkno;
};
#define MTRESET 0
#define MTFSF 1
#define MTBSF 2
#define MTFSR 3
#define MTBSR 4
#define MTWEOF 5
#define MTREW 6
#define MTOFFL 7
#define MTNOP 8
#define MTRETEN 9
#define MTBSFM 10
#define MTFSFM 11
#define MTEOM 12
#define MTERASE 13
#define MTRAS1 14
#define MTRAS2 15
#define MTRAS3 16
#define MTSETBLK 20
#define MTSETDENSITY 21
#define MTSEEK 22
#define MTTELL 23
#define MTSETDRVBUFFER 24
#define MTFSS 25
#define MTBSS 26
#define MTWSM 27
#define MTLOCK 28
#define MTUNLOCK 29
#define MTLOAD 30
#define MTUNLOAD 31
#define MTCOMPRESSION 32
#define MTSETPART 33
#define MTMKPART 34
#define MTWEOFI 35
#define MTIOCTOP _IOW('m', 1, struct mtop)
#define MTIOCGET _IOR('m', 2, struct mtget)
#define MTIOCPOS _IOR('m', 3, struct mtpos)
#define GMT_EOF(state) ((state) & 0x80000000)
#define GMT_BOT(state) ((state) & 0x40000000)
#define GMT_EOT(state) ((state) & 0x20000000)
#define GMT_WR_PROT(state) ((state) & 0x04000000)
#define GMT_ONLINE(state) ((state) & 0x01000000)
#define DEFTAPE "/dev/tape"

#endif
