#include <sys/fsuid.h>
#include <sys/klog.h>
#include <sys/personality.h>
#include <sys/reboot.h>
#include <sys/swap.h>
#include <unistd.h>
#include "../internal/sys.h"

/* Calls for those who run the machine. */

/* The two numbers that keep a stray call from ending everything. */
enum { REBOOT_MAGIC = (int)0xfee1dead, REBOOT_MAGIC_2 = 672274793 };

int reboot(int what)
{
    return (int)SYSTEM_CALL4(reboot, REBOOT_MAGIC, REBOOT_MAGIC_2, what, NULL);
}

int klogctl(int type, char *buffer, int size)
{
    return (int)SYSTEM_CALL3(syslog, type, buffer, size);
}

int personality(unsigned long persona)
{
    return (int)SYSTEM_CALL1(personality, persona);
}

int swapon(const char *path, int flags)
{
    return (int)SYSTEM_CALL2(swapon, path, flags);
}

int swapoff(const char *path)
{
    return (int)SYSTEM_CALL1(swapoff, path);
}

int setfsuid(uid_t user)
{
    return (int)SYSTEM_CALL1(setfsuid, user);
}

int setfsgid(gid_t group)
{
    return (int)SYSTEM_CALL1(setfsgid, group);
}

int sethostname(const char *name, size_t size)
{
    return (int)SYSTEM_CALL2(sethostname, name, size);
}

int setdomainname(const char *name, size_t size)
{
    return (int)SYSTEM_CALL2(setdomainname, name, size);
}

int acct(const char *path)
{
    return (int)SYSTEM_CALL1(acct, path);
}

int vhangup(void)
{
    return (int)SYSTEM_CALL0(vhangup);
}

/* As in other libraries, no header declares it. */
int pivot_root(const char *root, const char *old_root);
int pivot_root(const char *root, const char *old_root)
{
    return (int)SYSTEM_CALL2(pivot_root, root, old_root);
}
