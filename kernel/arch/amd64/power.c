/* The end: qemu's isa-debug-exit, where writing v ends qemu with (2v + 1) & 255; else ACPI's power-off. */
#include "arch.h"
#include "machine_code.h"
#include "amd64.h"

enum { DEBUG_EXIT = 0xf4 };

/* Without the device a write there does nothing. After a panic a PC stays on, so that somebody can read what it says. */
void arch_power_off(int status)
{
    int value = status < 126 ? status : status == PANIC_STATUS ? 127 : 126;

    out32(DEBUG_EXIT, value);
    if (status != PANIC_STATUS) acpi_power_off();
    halt();
}
