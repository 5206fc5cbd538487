#include "../internal/sys.h"

/* O_DIRECT and O_DIRECTORY change places on aarch64, and so do O_LARGEFILE and O_NOFOLLOW: the same in both directions. */
int __open_flags(int flags)
{
    if (sys_machine() != SYS_MACHINE_AARCH64) return flags;
    return (flags & ~0x3c000) | (flags & 0xc000) << 2 | (flags & 0x30000) >> 2;
}
