/* The end of qemu, by a semihosting call that takes a status. */
#include "arch.h"
#include "machine_code.h"

enum { EXIT_EXTENDED = 0x20, APPLICATION_EXIT = 0x20026 };

#define SYSTEM_OFF 0x84000008UL

/*
 * Where qemu was started without semihosting the call is an illegal instruction, for which the kernel comes here again. Then the
 * firmware ends the machine, without a status, by whichever of two instructions it is called with.
 */
void arch_power_off(int status)
{
    static int tried;
    u64 words[2];

    words[0] = APPLICATION_EXIT;
    words[1] = status;
    tried++;
    if (tried == 1) semihosting(EXIT_EXTENDED, words);
    if (tried == 2) firmware_by_hvc(SYSTEM_OFF);
    if (tried == 3) firmware_by_smc(SYSTEM_OFF);
    for (;;) wait_for_interrupt();
}
