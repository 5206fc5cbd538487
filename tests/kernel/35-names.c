/* uname, and who one is. */
#include "check.h"
#include <sys/utsname.h>

int main(void)
{
    struct utsname name;

    GIVES(0, uname(&name));
    HOLDS(strcmp(name.sysname, "Linux") == 0);
#if defined(__x86_64__)
    HOLDS(strcmp(name.machine, "x86_64") == 0);
#elif defined(__aarch64__)
    HOLDS(strcmp(name.machine, "aarch64") == 0);
#else
    HOLDS(strcmp(name.machine, "riscv64") == 0);
#endif
    /* glibc refuses to run on a kernel that seems too old. */
    HOLDS(atoi(name.release) >= 4);
    FAILS(EFAULT, syscall(SYS_uname, BAD_ADDRESS));
    HOLDS(getpid() > 0 && getppid() >= 0 && getpid() != getppid());
    HOLDS(getuid() == geteuid() && getgid() == getegid());
    HOLDS(getpgid(0) == getpgrp());
    GIVES(getpgrp(), getpgid(getpid()));
    FAILS(ESRCH, getpgid(0x3ffffff));
    FAILS(ESRCH, setpgid(0x3ffffff, 0));
    FAILS(EINVAL, setpgid(0, -1));
    return finish();
}
