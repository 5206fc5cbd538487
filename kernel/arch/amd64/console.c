/* The 16550 serial port at 0x3f8, the keyboard, and qemu's debugcon at 0xe9. */
#include "arch.h"
#include "machine_code.h"
#include "amd64.h"

enum { PORT = 0x3f8, LINE_STATUS = PORT + 5, HAS_BYTE = 1, HAS_ROOM = 0x20, NO_PORT = 0xff, DEBUGCON = 0xe9 };

/* A port that is not there has room. */
void arch_console_put(int byte)
{
    while (!(in8(LINE_STATUS) & HAS_ROOM))
        ;
    out8(PORT, byte);
}

int arch_console_get(void)
{
    int status = in8(LINE_STATUS);

    return status != NO_PORT && status & HAS_BYTE ? in8(PORT) : keyboard_get();
}

/* Nobody listens there without the device, which does no harm. */
void arch_log_put(int byte)
{
    out8(DEBUGCON, byte);
}
