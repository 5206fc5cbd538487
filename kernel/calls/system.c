/* The machine as a whole: uname sysinfo syslog reboot getrandom. */
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

enum { NAME_SIZE = 65 };

s64 call_uname(u64 *a)
{
    static const char names[6][NAME_SIZE] = { "Linux", "seed", "6.1.0-seed", "#1 minicc", MACHINE_NAME, "(none)" };

    return copy_out(a[0], names, sizeof names);
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
    int slot;

    clear_bytes(&s, sizeof s);
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

s64 call_getrandom(u64 *a)
{
    struct io io;
    u64 number;

    if ((u32)a[2] & ~7u) return -EINVAL;
    io_user(&io, a[0], a[1] < 0x7ffff000 ? a[1] : 0x7ffff000);
    while (io.left > 0) {
        number = random_number();
        if (io_put(&io, &number, io.left < 8 ? io.left : 8) < 0) return io.done ? (s64)io.done : -EFAULT;
    }
    return io.done;
}
