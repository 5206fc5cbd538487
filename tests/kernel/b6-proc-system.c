/* What /proc tells of the system: memory, load, time, names, limits; each process's long lines. As programs read them on Linux. */
#include "check.h"
#include <dirent.h>
#include <sys/statfs.h>
#include <sys/sysinfo.h>

static char text[16384];

static const char *all_of(const char *path)
{
    int fd = open(path, O_RDONLY);
    ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof text - 1);

    if (fd < 0)
        printf("%s is not there\n", path);
    close(fd);
    text[size < 0 ? 0 : size] = 0;
    return text;
}

/* The number behind a word at the start of a line. */
static long number_behind(const char *path, const char *word)
{
    const char *at = all_of(path);

    while (at && strncmp(at, word, strlen(word)) != 0)
        at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL;
    return at ? atol(at + strlen(word)) : -1;
}

static void memory(void)
{
    long total = number_behind("/proc/meminfo", "MemTotal:"), freed = number_behind("/proc/meminfo", "MemFree:");
    struct sysinfo s;

    HOLDS(total > 10000 && freed > 0 && freed < total);
    HOLDS(number_behind("/proc/meminfo", "MemAvailable:") > 0);
    HOLDS(number_behind("/proc/meminfo", "Buffers:") >= 0);
    HOLDS(number_behind("/proc/meminfo", "Cached:") >= 0);
    HOLDS(number_behind("/proc/meminfo", "Shmem:") >= 0);
    HOLDS(number_behind("/proc/meminfo", "SwapTotal:") >= 0);
    HOLDS(number_behind("/proc/meminfo", "Committed_AS:") > 0);
    GIVES(0, sysinfo(&s));
    HOLDS(s.totalram / 1024 * s.mem_unit == (unsigned long)total);
    HOLDS(s.procs > 0 && s.uptime >= 0);
}

static void load(void)
{
    double one, five, fifteen, up, idle;
    int running, threads, last;
    long user, nice, system, rest;

    GIVES(6, sscanf(all_of("/proc/loadavg"), "%lf %lf %lf %d/%d %d", &one, &five, &fifteen, &running, &threads, &last));
    HOLDS(one >= 0 && five >= 0 && fifteen >= 0 && running > 0 && threads >= running && last > 0);
    GIVES(2, sscanf(all_of("/proc/uptime"), "%lf %lf", &up, &idle));
    HOLDS(up > 0 && idle >= 0);
    GIVES(4, sscanf(all_of("/proc/stat"), "cpu %ld %ld %ld %ld", &user, &nice, &system, &rest));
    HOLDS(number_behind("/proc/stat", "cpu0") >= 0);
    HOLDS(number_behind("/proc/stat", "ctxt ") > 0);
    HOLDS(number_behind("/proc/stat", "btime ") >= 0);
    HOLDS(number_behind("/proc/stat", "processes ") > 0);
    HOLDS(number_behind("/proc/stat", "procs_running ") > 0);
}

static void names(void)
{
    char release[65], start[128];
    struct dirent *e;
    DIR *d;
    int found = 0;

    GIVES(1, sscanf(all_of("/proc/sys/kernel/osrelease"), "%64s", release));
    sprintf(start, "Linux version %s ", release);
    HOLDS(strncmp(all_of("/proc/version"), start, strlen(start)) == 0);
    HOLDS(strchr(all_of("/proc/cmdline"), '\n') != NULL);
    HOLDS(strstr(all_of("/proc/filesystems"), "nodev\tproc\n") != NULL);
    HOLDS(strstr(all_of("/proc/devices"), "136 pts\n") != NULL);
    HOLDS(strstr(all_of("/proc/cpuinfo"), "processor") != NULL);
    HOLDS(strncmp(all_of("/proc/swaps"), "Filename", 8) == 0 || text[0] == 0);
    HOLDS(strlen(all_of("/proc/sys/kernel/random/uuid")) == 37 && text[14] == '4' && strchr("89ab", text[19]));
    strcpy(start, text);
    HOLDS(strcmp(all_of("/proc/sys/kernel/random/uuid"), start) != 0);
    strcpy(start, all_of("/proc/sys/kernel/random/boot_id"));
    HOLDS(strcmp(all_of("/proc/sys/kernel/random/boot_id"), start) == 0);
    d = opendir("/proc/sys/kernel/random");
    while (d && (e = readdir(d)))
        found += strcmp(e->d_name, "uuid") == 0 || strcmp(e->d_name, "boot_id") == 0 || strcmp(e->d_name, "..") == 0;
    GIVES(3, found);
    closedir(d);
}

static void settings(void)
{
    static const struct { const char *path; long least; } limits[] = {
        { "kernel/pid_max", 32768 }, { "kernel/threads-max", 100 }, { "kernel/ngroups_max", 64 }, { "kernel/cap_last_cap", 30 },
        { "kernel/overflowuid", 65534 }, { "fs/inotify/max_queued_events", 16384 }, { "fs/inotify/max_user_instances", 64 },
        { "fs/inotify/max_user_watches", 8192 }, { "fs/pipe-max-size", 1048576 }, { "fs/nr_open", 1024 }, { "vm/max_map_count", 65530 },
        { "vm/overcommit_memory", 0 }, { "vm/mmap_min_addr", 0 }
    };
    char path[64];
    unsigned k;

    for (k = 0; k < sizeof limits / sizeof *limits; k++) {
        sprintf(path, "/proc/sys/%s", limits[k].path);
        if (strlen(all_of(path)) < 2 || atol(text) < limits[k].least)
            printf("%s is %s\n", path, text);
    }
    FAILS(ENOENT, open("/proc/sys/absent", O_RDONLY));
    FAILS(ENOTDIR, open("/proc/sys/kernel/pid_max/x", O_RDONLY));
    FAILS(EACCES, open("/proc/sys/kernel/osrelease", O_WRONLY));
}

static void processes(void)
{
    char *at, comm[64];
    int id, fields = 0;
    char state;

    GIVES(0, signal(SIGUSR1, SIG_IGN) == SIG_ERR);
    GIVES(3, sscanf(all_of("/proc/self/stat"), "%d (%63[^)]) %c", &id, comm, &state));
    GIVES(getpid(), id);
    GIVES('R', state);
    for (at = strrchr(text, ')') + 1; *at; at++)
        fields += *at == ' ';
    GIVES(50, fields);                                      /* and two before */
    GIVES(getppid(), number_behind("/proc/self/status", "PPid:"));
    GIVES(0, number_behind("/proc/self/status", "TracerPid:"));
    GIVES(1, number_behind("/proc/self/status", "Threads:"));
    HOLDS(number_behind("/proc/self/status", "VmSize:") > 0);
    HOLDS(number_behind("/proc/self/status", "FDSize:") > 0);
    at = strstr(all_of("/proc/self/status"), "SigIgn:\t");
    HOLDS(at && strtoul(at + 8, NULL, 16) & 0x200);
    HOLDS(strstr(text, "NoNewPrivs:\t0\n") && strstr(text, "CapEff:\t") && strstr(text, "Groups:\t"));
}

static void systems(void)
{
    struct statfs s;

    GIVES(0, statfs("/proc", &s));
    HOLDS(s.f_type == 0x9fa0 && s.f_blocks == 0);
    GIVES(0, statfs("/proc/self/stat", &s));
    HOLDS(s.f_type == 0x9fa0);
    GIVES(0, statfs(".", &s));
    HOLDS(s.f_type != 0x9fa0 && s.f_blocks > 0 && s.f_bfree > 0 && s.f_namelen == 255);
}

int main(void)
{
    memory();
    load();
    names();
    settings();
    processes();
    systems();
    return finish();
}
