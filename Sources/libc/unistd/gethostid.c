#include <fcntl.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
#include "../internal/sys.h"

/* What /etc/hostid says, else a number made of the host's name. */
long gethostid(void)
{
    struct utsname names;
    unsigned int number = 0;
    const char *name = names.nodename;
    long fd = sys_open("/etc/hostid", O_RDONLY | O_CLOEXEC, 0);

    if (fd >= 0) {
        long count = sys_read((int)fd, &number, sizeof number);
        sys_close((int)fd);
        if (count == (long)sizeof number) return (int)number;
        number = 0;
    }
    if (sys_uname(&names) == 0)
        while (*name) number = number * 31 + (unsigned char)*name++;
    return (int)number;
}

int getdomainname(char *name, size_t size)
{
    struct utsname names;

    if (__sys_result(sys_uname(&names)) < 0) return -1;
    strncpy(name, names.domainname, size);
    return 0;
}
