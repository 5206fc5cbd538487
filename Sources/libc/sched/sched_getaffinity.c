#include <sched.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* The kernel fills in as many bytes as it has processors for and says how many. */
int __sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set)
{
    long filled = SYSTEM_CALL3(sched_getaffinity, pid, size, set);

    if (filled < 0) return -1;
    if ((size_t)filled < size) memset((char *)set + filled, 0, size - (size_t)filled);
    return 0;
}
PUBLIC_NAME(sched_getaffinity);

int __sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set)
{
    return (int)SYSTEM_CALL3(sched_setaffinity, pid, size, set);
}
PUBLIC_NAME(sched_setaffinity);

int __sched_getcpu(void)
{
    unsigned int cpu;

    return SYSTEM_CALL3(getcpu, &cpu, NULL, NULL) < 0 ? -1 : (int)cpu;
}
PUBLIC_NAME(sched_getcpu);

int __cpu_count(size_t size, const cpu_set_t *set)
{
    int count = 0;
    size_t word;

    for (word = 0; word < size / 8; word++) {
        unsigned long bits = set->__bits[word];
        for (; bits; bits &= bits - 1) count++;
    }
    return count;
}

int __cpu_equal(const cpu_set_t *a, const cpu_set_t *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}
