#ifndef _MINICC_LIBC_SYS_SYSINFO_H
#define _MINICC_LIBC_SYS_SYSINFO_H

#include <features.h>

/* As the kernel writes it. */
struct sysinfo {
    long uptime;
    unsigned long loads[3];
    unsigned long totalram;
    unsigned long freeram;
    unsigned long sharedram;
    unsigned long bufferram;
    unsigned long totalswap;
    unsigned long freeswap;
    unsigned short procs;
    unsigned short pad;
    unsigned long totalhigh;
    unsigned long freehigh;
    unsigned int mem_unit;
    unsigned int __room;
};

#define SI_LOAD_SHIFT 16

int sysinfo(struct sysinfo *information);
int get_nprocs(void);
int get_nprocs_conf(void);
long get_phys_pages(void);
long get_avphys_pages(void);

#endif
