/* The end of qemu, by the test device. */
#include "riscv64.h"
#include "machine_code.h"

enum { PASS = 0x5555, FAIL = 0x3333 };

void arch_power_off(int status)
{
    *device_word(TEST_DEVICE, 0) = status == 0 ? PASS : (u32)status << 16 | FAIL;
    for (;;) wait_for_interrupt();
}
