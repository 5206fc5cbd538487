/* The PL011 serial port. */
#include "aarch64.h"

enum { DATA = 0, FLAGS = 0x18, IS_EMPTY = 0x10, IS_FULL = 0x20 };

void arch_console_put(int byte)
{
    while (*device(SERIAL_PORT, FLAGS) & IS_FULL)
        ;
    *device(SERIAL_PORT, DATA) = byte;
}

int arch_console_get(void)
{
    return *device(SERIAL_PORT, FLAGS) & IS_EMPTY ? -1 : (int)(*device(SERIAL_PORT, DATA) & 0xff);
}

/* There is no second channel. */
void arch_log_put(int byte)
{
    (void)byte;
}
