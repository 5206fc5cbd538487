#include <sys/sysinfo.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(sysconf);

int sysinfo(struct sysinfo *information)
{
    return (int)SYSTEM_CALL1(sysinfo, information);
}

int get_nprocs(void)
{
    return (int)__sysconf(_SC_NPROCESSORS_ONLN);
}

int get_nprocs_conf(void)
{
    return (int)__sysconf(_SC_NPROCESSORS_CONF);
}

long get_phys_pages(void)
{
    return __sysconf(_SC_PHYS_PAGES);
}

long get_avphys_pages(void)
{
    return __sysconf(_SC_AVPHYS_PAGES);
}
