#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#include "../internal/sys.h"

int daemon(int keep_directory, int keep_output)
{
    long child = sys_clone(SIGCHLD, NULL, NULL, NULL, NULL);
    int fd;

    if (child) {
        if (child > 0) _exit(0);
        return (int)__sys_result(child);
    }
    if (__sys_result(sys_setsid()) < 0) return -1;
    if (!keep_directory) sys_chdir("/");
    if (keep_output) return 0;
    fd = (int)__sys_result(sys_open("/dev/null", O_RDWR, 0));
    if (fd < 0) return -1;
    sys_dup3(fd, STDIN_FILENO, 0);
    sys_dup3(fd, STDOUT_FILENO, 0);
    sys_dup3(fd, STDERR_FILENO, 0);
    if (fd > STDERR_FILENO) sys_close(fd);
    return 0;
}
