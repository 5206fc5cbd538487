/* What /proc tells of a process and of the system. */
#include "check.h"
#include <sys/resource.h>
#include <sys/utsname.h>

static char text[8192];

static const char *all_of(const char *path)
{
    int fd = open(path, O_RDONLY);
    ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof text - 1);

    HOLDS(fd >= 0);
    close(fd);
    text[size < 0 ? 0 : size] = 0;
    return text;
}

static int shows(const char *path, const char *words)
{
    return strstr(all_of(path), words) != NULL;
}

int main(int count, char **arguments)
{
    char *environment[] = { "FIRST=1", "SECOND=two", NULL };
    struct rlimit limit = { 77, 88 };
    struct utsname name;
    char folder[256], line[300];

    if (count > 1) {
        int fd = open("/proc/self/environ", O_RDONLY);

        GIVES(19, read(fd, text, sizeof text));
        HOLDS(memcmp(text, "FIRST=1\0SECOND=two\0", 19) == 0);
        fflush(stdout);
        _exit(0);
    }
    fflush(stdout);
    if (fork() == 0)
        execve(arguments[0], (char *[]){ arguments[0], "again", NULL }, environment);
    HOLDS(wait(NULL) > 0);
    GIVES(0, setrlimit(RLIMIT_NOFILE, &limit));
    snprintf(line, sizeof line, "%-25s %-20s %-20s", "Max open files", "77", "88");
    HOLDS(shows("/proc/self/limits", line));
    GIVES(0, uname(&name));
    snprintf(line, sizeof line, "%s\n", name.nodename);
    HOLDS(strcmp(all_of("/proc/sys/kernel/hostname"), line) == 0);
    snprintf(line, sizeof line, "%s\n", name.release);
    HOLDS(strcmp(all_of("/proc/sys/kernel/osrelease"), line) == 0);
    HOLDS(atoi(all_of("/proc/sys/kernel/pid_max")) >= 32768);
    HOLDS(strncmp(all_of("/proc/self/cgroup"), "0::/", 4) == 0 || text[0]);
    HOLDS(shows("/proc/self/mountinfo", " / "));
    HOLDS(shows("/proc/filesystems", "tmpfs"));
    HOLDS(shows("/proc/self/io", "rchar: "));
    HOLDS(strncmp(all_of("/proc/partitions"), "major minor", 11) == 0 || text[0] == 0);
    HOLDS(shows("/proc/stat", "btime "));
    GIVES(0, chdir("/proc/sys/kernel"));
    HOLDS(getcwd(folder, sizeof folder) && strcmp(folder, "/proc/sys/kernel") == 0);
    GIVES(0, chdir("/proc/self/fd"));
    snprintf(line, sizeof line, "/proc/%d/fd", (int)getpid());
    HOLDS(getcwd(folder, sizeof folder) && strcmp(folder, line) == 0);
    FAILS(ENOENT, open("/proc/sys/absent", O_RDONLY));
    HOLDS(open("/proc/sys/kernel/new", O_RDONLY | O_CREAT, 0644) < 0);
    return finish();
}
