#include <sys/sysinfo.h>
#include <unistd.h>
#include "../internal/sys.h"

int sysinfo(struct sysinfo *information)
{
    return (int)SYSTEM_CALL1(sysinfo, information);
}

int get_nprocs(void)
{
    return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

int get_nprocs_conf(void)
{
    return (int)sysconf(_SC_NPROCESSORS_CONF);
}

long get_phys_pages(void)
{
    return sysconf(_SC_PHYS_PAGES);
}

long get_avphys_pages(void)
{
    return sysconf(_SC_AVPHYS_PAGES);
}
