#include <stdlib.h>
#include <sys/sysinfo.h>
#include "../internal/sys.h"

int getloadavg(double averages[], int count)
{
    struct sysinfo information;
    int i;

    if (SYSTEM_CALL1(sysinfo, &information) < 0) return -1;
    if (count > 3) count = 3;
    for (i = 0; i < count; i++) averages[i] = (double)information.loads[i] / (1 << SI_LOAD_SHIFT);
    return count;
}
