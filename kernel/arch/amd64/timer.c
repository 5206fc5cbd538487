/*
 * The local interrupt controller's timer for ticks, the time stamp counter for the time. Nobody says how fast they
 * count, so both are measured by a clock of known rate: ACPI's timer, or channel 2 of the old timer chip. A machine without
 * either is qemu's microvm, where the controller's timer counts nanoseconds.
 */
#include "arch.h"
#include "base.h"
#include "machine_code.h"
#include "amd64.h"

enum {
    END_OF_INTERRUPT = 0xb0, SPURIOUS = 0xf0, TIMER = 0x320, OLD_CONTROLLERS = 0x350, INITIAL = 0x380, CURRENT = 0x390, DIVIDE = 0x3e0
};
enum { MASKED = 0x10000, PERIODIC = 0x20000, ENABLED = 0x100, UNDIVIDED = 0xb };
enum { NANOSECONDS = 1000000000, TRIES = 16 };

/* The old timer chip: a counter down from 0xffff, which runs while bit 0 of the speaker's port is set. */
enum { CHIP_DATA = 0x42, CHIP_COMMAND = 0x43, SPEAKER = 0x61, ONCE = 0xb0, LATCH = 0x80 };

enum { ACPI_RATE = 3579545, CHIP_RATE = 1193182, MICROVM_RATE = 1000000000 };

static enum { BY_ACPI, BY_CHIP, BY_ITSELF } clock;
static u64 first_tsc, measured_tsc, measured_time;

static u32 *apic(int offset)
{
    return (u32 *)(APIC_ADDRESS + offset);
}

static u32 timer_count(void)
{
    return *(volatile u32 *)apic(CURRENT);
}

/* ---- The clock of known rate: it counts up, to its mask. ---- */

static u32 chip_count(void)
{
    u32 low;

    out8(CHIP_COMMAND, LATCH);
    low = in8(CHIP_DATA);
    return 0xffff - (low | (u32)in8(CHIP_DATA) << 8);
}

/* Where there is no chip, all that is read is 0xff. */
static int chip_runs(void)
{
    int tries = 1000;

    out8(SPEAKER, (in8(SPEAKER) & ~2) | 1);
    out8(CHIP_COMMAND, ONCE);
    out8(CHIP_DATA, 0xff);
    out8(CHIP_DATA, 0xff);
    while (tries-- > 0)
        if (chip_count() != 0) return 1;
    return 0;
}

static u32 clock_count(void)
{
    return clock == BY_ACPI ? in32(acpi.timer_port) : clock == BY_CHIP ? chip_count() : ~timer_count();
}

static u64 clock_rate(void)
{
    return clock == BY_ACPI ? ACPI_RATE : clock == BY_CHIP ? CHIP_RATE : MICROVM_RATE;
}

static u32 clock_mask(void)
{
    return clock == BY_ACPI ? acpi.timer_mask : clock == BY_CHIP ? 0xffff : 0xffffffff;
}

/* ---- Measuring ---- */

struct moment {
    u64 tsc;
    u32 timer, clock;
};

/*
 * All counters at one moment. The host may do something else in between, so of several tries the one counts that
 * took the least time.
 */
static struct moment read_all(void)
{
    struct moment m = { 0 };
    u64 before, after, best = ~0UL;
    u32 timer, clock;
    int i;

    for (i = 0; i < TRIES; i++) {
        before = read_tsc();
        clock = clock_count();
        timer = timer_count();
        after = read_tsc();
        if (after - before >= best) continue;
        best = after - before;
        m.tsc = before;
        m.timer = timer;
        m.clock = clock;
    }
    return m;
}

/* The timer's rate; 2 milliseconds where its rate is known, 20 otherwise. */
static u64 measure(void)
{
    struct moment from, to;
    u64 passed, enough;

    clock = acpi.timer_port ? BY_ACPI : chip_runs() ? BY_CHIP : BY_ITSELF;
    enough = clock_rate() / (clock == BY_ITSELF ? 500 : 50);
    *apic(TIMER) = MASKED;
    *apic(DIVIDE) = UNDIVIDED;
    *apic(INITIAL) = 0xffffffff;
    from = read_all();
    do {
        to = read_all();
        passed = (to.clock - from.clock) & clock_mask();
    } while (passed < enough);
    first_tsc = from.tsc;
    measured_tsc = to.tsc - from.tsc;
    measured_time = passed * NANOSECONDS / clock_rate();
    return (from.timer - to.timer) * clock_rate() / passed;
}

void arch_timer_start(void)
{
    u64 rate;

    *apic(OLD_CONTROLLERS) = MASKED;
    *apic(SPURIOUS) = ENABLED | VECTOR_SPURIOUS;
    rate = measure();
    *apic(TIMER) = PERIODIC | VECTOR_TIMER;
    *apic(INITIAL) = rate / TICKS_PER_SECOND;
    log_line(LOG_BOOT, "timer: %lu kHz, processor's counter: %lu kHz, by %s; processors: %d", rate / 1000, measured_tsc * 1000000 / measured_time,
             clock == BY_ACPI ? "ACPI's clock" : clock == BY_CHIP ? "the timer chip" : "the timer itself", acpi.processors);
}

void amd64_timer_interrupt(void)
{
    *apic(END_OF_INTERRUPT) = 0;
}

/* In two steps, so that the product stays below 2^64 for years. */
u64 arch_nanoseconds(void)
{
    u64 passed;

    if (measured_tsc == 0) return 0;
    passed = read_tsc() - first_tsc;
    return passed / measured_tsc * measured_time + passed % measured_tsc * measured_time / measured_tsc;
}
