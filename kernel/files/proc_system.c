/* /proc's texts about the system as a whole: memory, time, and /proc/sys, whose values are only read. */
#include "base.h"
#include "boot.h"
#include "credentials.h"
#include "files.h"
#include "memory.h"
#include "proc.h"
#include "process.h"
#include "system.h"

static u64 in_kilobytes(u64 pages)
{
    return pages * (PAGE_SIZE / 1024);
}

/* Files are in memory, and nowhere else: they cannot be given up for programs. */
static void put_meminfo(char *text)
{
    struct space *s;
    u64 own = 0;

    for (s = spaces; s; s = s->next) own += s->own;
    format_text(text, PAGE_SIZE, "MemTotal:       %8lu kB\nMemFree:        %8lu kB\nMemAvailable:   %8lu kB\nBuffers:        %8u kB\n"
                "Cached:         %8lu kB\nSwapCached:     %8u kB\nSwapTotal:      %8u kB\nSwapFree:       %8u kB\nAnonPages:      %8lu kB\n"
                "Shmem:          %8lu kB\nSReclaimable:   %8u kB\nCommitLimit:    %8lu kB\nCommitted_AS:   %8lu kB\n",
                in_kilobytes(pages_total), in_kilobytes(pages_free), in_kilobytes(pages_free), 0, in_kilobytes(file_pages), 0, 0, 0,
                in_kilobytes(own), in_kilobytes(file_pages), 0, in_kilobytes(pages_total), in_kilobytes(pages_promised));
}

static u64 seconds(void)
{
    return arch_nanoseconds() / 1000000000;
}

static void put_uptime(char *text)
{
    u64 idle = ticks - ticks_busy;

    format_text(text, PAGE_SIZE, "%lu.%02lu %lu.%02lu\n", seconds(), arch_nanoseconds() / 10000000 % 100, idle / TICKS_PER_SECOND,
                idle % TICKS_PER_SECOND * (100 / TICKS_PER_SECOND));
}

static int running(void)
{
    int slot, count = 0;

    for (slot = 0; slot < threads_end; slot++) count += threads[slot] && threads[slot]->state == RUNNABLE;
    return count;
}

static void put_stat(char *text)
{
    u64 idle = ticks - ticks_busy;

    format_text(text, PAGE_SIZE, "cpu  %lu 0 0 %lu 0 0 0 0 0 0\ncpu0 %lu 0 0 %lu 0 0 0 0 0 0\nintr %lu\nctxt %lu\nbtime %lu\nprocesses %lu\n"
                "procs_running %d\nprocs_blocked 0\n", ticks_busy, idle, ticks_busy, idle, ticks, switches, wall_nanoseconds() / 1000000000 - seconds(),
                processes_made, running());
}

/* Two digits behind the point, as of all loads. */
static void put_loadavg(char *text)
{
    int slot, all = 0, n;
    u64 at = 0;

    for (slot = 0; slot < threads_end; slot++) all += threads[slot] != NULL;
    for (n = 0; n < 3; n++) at += format_text(text + at, PAGE_SIZE - at, "%lu.%02lu ", loads[n] / LOAD_ONE, loads[n] % LOAD_ONE * 100 / LOAD_ONE);
    format_text(text + at, PAGE_SIZE - at, "%d/%d %d\n", running(), all, last_id());
}

static void put_version(char *text)
{
    format_text(text, PAGE_SIZE, "Linux version %s (minicc) #1 " MACHINE_NAME "\n", system_release());
}

static void put_filesystems(char *text)
{
    format_text(text, PAGE_SIZE, "nodev\trootfs\nnodev\tproc\nnodev\ttmpfs\nnodev\tramfs\nnodev\tdevpts\n");
}

static void put_partitions(char *text)
{
    format_text(text, PAGE_SIZE, "major minor  #blocks  name\n\n");
}

static void put_swaps(char *text)
{
    format_text(text, PAGE_SIZE, "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n");
}

static void put_devices(char *text)
{
    format_text(text, PAGE_SIZE, "Character devices:\n  1 mem\n  5 /dev/tty\n  5 /dev/console\n  5 /dev/ptmx\n136 pts\n\nBlock devices:\n");
}

static void put_nothing(char *text)
{
    *text = 0;
}

static void put_command_line(char *text)
{
    u64 n;

    for (n = 0; n < options.text_length && n < PAGE_SIZE - 2; n++) text[n] = options.text[n] ? options.text[n] : ' ';
    text[n++] = '\n';
    text[n] = 0;
}

static void put_cpuinfo(char *text)
{
    format_text(text, PAGE_SIZE, "processor\t: 0\nmodel name\t: " MACHINE_NAME "\n");
}

static void put_host_name(char *text)
{
    format_text(text, PAGE_SIZE, "%s\n", system_name());
}

static void put_domain_name(char *text)
{
    format_text(text, PAGE_SIZE, "%s\n", system_domain());
}

static void put_release(char *text)
{
    format_text(text, PAGE_SIZE, "%s\n", system_release());
}

static void put_system_type(char *text)
{
    format_text(text, PAGE_SIZE, "Linux\n");
}

static void put_build(char *text)
{
    format_text(text, PAGE_SIZE, "%s\n", system_build());
}

/* A random UUID: version 4, variant 1. */
static void put_random_id(char *text, u64 a, u64 b)
{
    format_text(text, PAGE_SIZE, "%08lx-%04lx-4%03lx-%lx%03lx-%012lx\n", a >> 32, a >> 16 & 0xffff, a & 0xfff, 8 | (b >> 60 & 3), b >> 48 & 0xfff,
                b & 0xffffffffffffUL);
}

static void put_new_id(char *text)
{
    u64 first = random_number();

    put_random_id(text, first, random_number());
}

/* The same until the machine ends. */
static void put_boot_id(char *text)
{
    static u64 id[2];

    if (!id[0]) {
        id[0] = random_number();
        id[1] = random_number();
    }
    put_random_id(text, id[0], id[1]);
}

/* Folders first: what is in them names them by their place. */
enum { SYS, SYS_KERNEL, SYS_FS, SYS_VM, SYS_RANDOM, SYS_INOTIFY, FOLDERS };

static const struct node nodes[] = {
    { NO_NODE, "sys", NULL, 0 }, { SYS, "kernel", NULL, 0 }, { SYS, "fs", NULL, 0 }, { SYS, "vm", NULL, 0 }, { SYS_KERNEL, "random", NULL, 0 },
    { SYS_FS, "inotify", NULL, 0 },
    { NO_NODE, "meminfo", put_meminfo, 0 }, { NO_NODE, "uptime", put_uptime, 0 }, { NO_NODE, "stat", put_stat, 0 },
    { NO_NODE, "loadavg", put_loadavg, 0 }, { NO_NODE, "version", put_version, 0 }, { NO_NODE, "filesystems", put_filesystems, 0 },
    { NO_NODE, "partitions", put_partitions, 0 }, { NO_NODE, "swaps", put_swaps, 0 }, { NO_NODE, "devices", put_devices, 0 },
    { NO_NODE, "diskstats", put_nothing, 0 }, { NO_NODE, "cmdline", put_command_line, 0 }, { NO_NODE, "cpuinfo", put_cpuinfo, 0 },
    { SYS_KERNEL, "hostname", put_host_name, 0 }, { SYS_KERNEL, "domainname", put_domain_name, 0 }, { SYS_KERNEL, "osrelease", put_release, 0 },
    { SYS_KERNEL, "ostype", put_system_type, 0 }, { SYS_KERNEL, "version", put_build, 0 },
    { SYS_KERNEL, "pid_max", NULL, 32768 }, { SYS_KERNEL, "threads-max", NULL, THREADS }, { SYS_KERNEL, "ngroups_max", NULL, GROUPS_MAX },
    { SYS_KERNEL, "cap_last_cap", NULL, CAP_LAST }, { SYS_KERNEL, "overflowuid", NULL, 65534 }, { SYS_KERNEL, "overflowgid", NULL, 65534 },
    { SYS_KERNEL, "randomize_va_space", NULL, 0 },
    { SYS_RANDOM, "boot_id", put_boot_id, 0 }, { SYS_RANDOM, "uuid", put_new_id, 0 }, { SYS_RANDOM, "entropy_avail", NULL, 256 },
    { SYS_RANDOM, "poolsize", NULL, 256 },
    { SYS_FS, "nr_open", NULL, DESCRIPTORS }, { SYS_FS, "pipe-max-size", NULL, 1 << 20 },
    { SYS_FS, "protected_hardlinks", NULL, 1 }, { SYS_FS, "protected_symlinks", NULL, 1 }, { SYS_FS, "suid_dumpable", NULL, 0 },
    { SYS_INOTIFY, "max_queued_events", NULL, INOTIFY_QUEUE }, { SYS_INOTIFY, "max_user_instances", NULL, INOTIFY_QUEUES },
    { SYS_INOTIFY, "max_user_watches", NULL, INOTIFY_WATCHES },
    /* Nothing is promised that there is not: what Linux calls 2, with all of the memory. */
    { SYS_VM, "overcommit_memory", NULL, 2 }, { SYS_VM, "overcommit_ratio", NULL, 100 }, { SYS_VM, "max_map_count", NULL, AREAS },
    { SYS_VM, "mmap_min_addr", NULL, MAP_BOTTOM },
};

const struct node *proc_node(int n)
{
    return (u64)n < COUNT_OF(nodes) ? &nodes[n] : NULL;
}

int proc_node_is_folder(const struct node *node)
{
    return node < nodes + FOLDERS;
}

void proc_node_put(const struct node *node, char *text)
{
    if (node->put) node->put(text);
    else format_text(text, PAGE_SIZE, "%lu\n", node->number);
}
