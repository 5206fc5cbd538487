/* The machine as a whole: uname sysinfo syslog reboot getrandom. */
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"
#include "terminal.h"

enum { NAME_SIZE = 65 };

enum { NODE = 1, RELEASE = 2, BUILD = 3, DOMAIN = 5 };

static char names[6][NAME_SIZE] = { "Linux", "seed", "6.1.0-seed", "#1 minicc", MACHINE_NAME, "(none)" };

const char *system_name(void)
{
    return names[NODE];
}

const char *system_release(void)
{
    return names[RELEASE];
}

const char *system_build(void)
{
    return names[BUILD];
}

const char *system_domain(void)
{
    return names[DOMAIN];
}

s64 call_uname(u64 *a)
{
    return copy_out(a[0], names, sizeof names);
}

static s64 set_name(char *name, u64 user, u64 length)
{
    char new[NAME_SIZE];

    if (!may(CAP_SYS_ADMIN)) return -EPERM;
    if ((int)length < 0 || (int)length >= NAME_SIZE) return -EINVAL;
    clear_bytes(new, sizeof new);
    if (copy_in(new, user, (u32)length) < 0) return -EFAULT;
    copy_bytes(name, new, sizeof new);
    return 0;
}

s64 call_sethostname(u64 *a)
{
    return set_name(names[NODE], a[0], a[1]);
}

s64 call_setdomainname(u64 *a)
{
    return set_name(names[DOMAIN], a[0], a[1]);
}

/* Whoever has this session's terminal open is rid of it. */
s64 call_vhangup(u64 *a)
{
    struct terminal *t = controlling_terminal(current);

    (void)a;
    if (!may(CAP_SYS_TTY_CONFIG)) return -EPERM;
    if (t) terminal_hang_up(t);
    return 0;
}

struct sysinfo {
    s64 uptime;
    u64 loads[3], total, free, shared, buffers, swap, swap_free;
    u16 processes, pad;
    u64 high, high_free;
    u32 unit, more;
};

s64 call_sysinfo(u64 *a)
{
    struct sysinfo s;
    int slot, n;

    clear_bytes(&s, sizeof s);
    for (n = 0; n < 3; n++) s.loads[n] = loads[n];
    s.shared = file_pages * PAGE_SIZE;
    s.uptime = arch_nanoseconds() / 1000000000;
    s.total = pages_total * PAGE_SIZE;
    s.free = pages_free * PAGE_SIZE;
    for (slot = 0; slot < processes_end; slot++) s.processes += processes[slot] != NULL;
    s.unit = 1;
    return copy_out(a[0], &s, sizeof s);
}

enum { LOG_READ_ALL = 3, LOG_READ_CLEAR = 4, LOG_SIZE_UNREAD = 9, LOG_SIZE_BUFFER = 10 };

/* The last bytes of the log, as many as there is room for. */
static s64 read_log(u64 user, int room)
{
    u64 size = log_size(), left, part;
    char text[256];

    if (room < 0) return -EINVAL;
    if (size > (u64)room) size = room;
    for (left = size; left > 0; left -= part) {
        part = left < sizeof text ? left : sizeof text;
        log_copy(text, left, part);
        if (copy_out(user + size - left, text, part) < 0) return -EFAULT;
    }
    return size;
}

s64 call_syslog(u64 *a)
{
    if (!may(CAP_SYSLOG)) return -EPERM;
    switch ((int)a[0]) {
    case LOG_READ_ALL:
    case LOG_READ_CLEAR: return read_log(a[1], a[2]);
    case LOG_SIZE_UNREAD:
    case LOG_SIZE_BUFFER: return log_size();
    }
    return (int)a[0] < 0 || (int)a[0] > 10 ? -EINVAL : 0;
}

enum { REBOOT_MAGIC = 0xfee1dead, REBOOT_MAGIC2 = 672274793, RESTART = 0x1234567, HALT = 0xcdef0123, POWER_OFF = 0x4321fedc };

s64 call_reboot(u64 *a)
{
    if (!may(CAP_SYS_BOOT)) return -EPERM;
    if ((u32)a[0] != REBOOT_MAGIC || (u32)a[1] != REBOOT_MAGIC2) return -EINVAL;
    switch ((u32)a[2]) {
    case RESTART:
    case HALT:
    case POWER_OFF: power_off(0);
    }
    return (u32)a[2] == 0 || (u32)a[2] == 0x89abcdef ? 0 : -EINVAL;
}

enum { GRND_RANDOM = 2, GRND_INSECURE = 4 };

/* Never waits for randomness. */
s64 call_getrandom(u64 *a)
{
    struct io io;

    if ((u32)a[2] & ~7u || (a[2] & (GRND_RANDOM | GRND_INSECURE)) == (GRND_RANDOM | GRND_INSECURE)) return -EINVAL;
    io_user(&io, a[0], a[1] < 0x7ffff000 ? a[1] : 0x7ffff000);
    return random_fill(&io);
}
