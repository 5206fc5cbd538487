#include <errno.h>
#include <limits.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* The soft limit, or -1 where there is none. */
static long limit_value(int resource)
{
    struct rlimit limit;

    if (sys_prlimit64(0, resource, NULL, &limit) < 0 || limit.rlim_cur == RLIM_INFINITY) return -1;
    return (long)limit.rlim_cur;
}

static long processor_count(void)
{
    cpu_set_t set;
    long filled = __system_call(SYS_sched_getaffinity, 0, sizeof set, (long)&set, 0, 0, 0);

    return filled > 0 ? __cpu_count((size_t)filled, &set) : 1;
}

static long memory_pages(int name)
{
    struct sysinfo information;

    if (SYSTEM_CALL1(sysinfo, &information) < 0) return -1;
    return (long)((name == _SC_PHYS_PAGES ? information.totalram : information.freeram) * information.mem_unit / 4096);
}

long __sysconf(int name)
{
    long value;

    switch (name) {
    case _SC_ARG_MAX: return ARG_MAX;
    case _SC_CHILD_MAX: return limit_value(RLIMIT_NPROC);
    case _SC_CLK_TCK: return 100;
    case _SC_NGROUPS_MAX: return NGROUPS_MAX;
    case _SC_OPEN_MAX:
        value = limit_value(RLIMIT_NOFILE);
        return value < 0 ? OPEN_MAX : value;
    case _SC_STREAM_MAX: return 16;
    case _SC_PAGESIZE: return 4096;
    case _SC_RTSIG_MAX: return 32;
    case _SC_SIGQUEUE_MAX: return limit_value(RLIMIT_SIGPENDING);
    case _SC_SEM_VALUE_MAX:
    case _SC_ATEXIT_MAX:
    case _SC_DELAYTIMER_MAX: return INT_MAX;
    case _SC_BC_BASE_MAX:
    case _SC_BC_SCALE_MAX: return 99;
    case _SC_BC_DIM_MAX:
    case _SC_LINE_MAX: return 2048;
    case _SC_BC_STRING_MAX: return 1000;
    case _SC_COLL_WEIGHTS_MAX: return 2;
    case _SC_EXPR_NEST_MAX: return 32;
    case _SC_RE_DUP_MAX: return 255;
    case _SC_IOV_MAX: return IOV_MAX;
    case _SC_GETGR_R_SIZE_MAX:
    case _SC_GETPW_R_SIZE_MAX: return 1024;
    case _SC_LOGIN_NAME_MAX: return LOGIN_NAME_MAX;
    case _SC_TTY_NAME_MAX: return TTY_NAME_MAX;
    case _SC_HOST_NAME_MAX: return HOST_NAME_MAX;
    case _SC_SYMLOOP_MAX: return SYMLOOP_MAX;
    case _SC_PASS_MAX: return 8192;
    case _SC_NZERO: return 20;
    case _SC_LONG_BIT: return 64;
    case _SC_WORD_BIT: return 32;
    case _SC_MB_LEN_MAX: return MB_LEN_MAX;
    case _SC_SSIZE_MAX: return SSIZE_MAX;
    case _SC_NL_ARGMAX: return NL_ARGMAX;
    case _SC_THREAD_DESTRUCTOR_ITERATIONS: return 4;
    case _SC_THREAD_KEYS_MAX: return 128;
    case _SC_THREAD_STACK_MIN:
    case _SC_SIGSTKSZ: return 16384;
    case _SC_MINSIGSTKSZ: return 6144;
    case _SC_NPROCESSORS_CONF: return processor_count();
    /* Programs start as many threads as this says, and cannot start any here. */
    case _SC_NPROCESSORS_ONLN: return 1;
    case _SC_PHYS_PAGES:
    case _SC_AVPHYS_PAGES: return memory_pages(name);
    case _SC_VERSION:
    case _SC_2_VERSION:
    case _SC_ADVISORY_INFO:
    case _SC_CLOCK_SELECTION:
    case _SC_CPUTIME:
    case _SC_FSYNC:
    case _SC_IPV6:
    case _SC_MAPPED_FILES:
    case _SC_MEMLOCK:
    case _SC_MEMLOCK_RANGE:
    case _SC_MEMORY_PROTECTION:
    case _SC_MONOTONIC_CLOCK:
    case _SC_PRIORITY_SCHEDULING:
    case _SC_RAW_SOCKETS:
    case _SC_REALTIME_SIGNALS:
    case _SC_SPAWN:
    case _SC_SYNCHRONIZED_IO:
    case _SC_TIMERS: return 200809;
    case _SC_JOB_CONTROL:
    case _SC_SAVED_IDS:
    case _SC_REGEXP:
    case _SC_SHELL:
    case _SC_XOPEN_UNIX:
    case _SC_XOPEN_ENH_I18N:
    case _SC_V6_LP64_OFF64:
    case _SC_V7_LP64_OFF64:
    case _SC_XBS5_LP64_OFF64: return 1;
    case _SC_XOPEN_VERSION: return 700;
    }
    /* What is known and not there, or without a limit, has no errno. */
    if (name < 0 || name > _SC_SIGSTKSZ) errno = EINVAL;
    return -1;
}
PUBLIC_NAME(sysconf);

int __getpagesize(void)
{
    return 4096;
}
PUBLIC_NAME(getpagesize);

int __getdtablesize(void)
{
    return (int)__sysconf(_SC_OPEN_MAX);
}
PUBLIC_NAME(getdtablesize);
