/* The 16550 serial port. */
#include "riscv64.h"

enum { DATA = 0, LINE_STATUS = 5, HAS_BYTE = 1, HAS_ROOM = 0x20 };

void arch_console_put(int byte)
{
    while (!(*device_byte(SERIAL_PORT, LINE_STATUS) & HAS_ROOM))
        ;
    *device_byte(SERIAL_PORT, DATA) = byte;
}

int arch_console_get(void)
{
    return *device_byte(SERIAL_PORT, LINE_STATUS) & HAS_BYTE ? *device_byte(SERIAL_PORT, DATA) : -1;
}

/* There is no second channel. */
void arch_log_put(int byte)
{
    (void)byte;
}
