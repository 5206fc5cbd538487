/* The kernel's own end: what happened, how it came there, a status of its own. */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "memory.h"

/*
 * Frames have no chain. A word on the stack that points into the text behind a call is most likely a return
 * address, or was one; so this prints some too many and hardly one too few. `make debug` and the map name them.
 */
static void backtrace(u64 sp)
{
    u64 end = (sp & ~(KERNEL_STACK_STRIDE - 1)) + KERNEL_STACK_STRIDE;
    int shown = 0;
    u64 word;

    if (sp & 7 || sp < KERNEL_STACKS) return;
    /* An overflow ends in the unmapped pages below the stack. */
    if (sp < (u64)ELF_base && sp < end - KERNEL_STACK_SIZE) sp = end - KERNEL_STACK_SIZE;
    if (sp >= (u64)ELF_base) end = sp + KERNEL_STACK_SIZE < (u64)_end ? sp + KERNEL_STACK_SIZE : (u64)_end;
    for (; sp < end && shown < 24; sp += 8) {
        word = *(u64 *)sp;
        if (word <= (u64)ELF_base || word >= (u64)_etext) continue;
        log_line(LOG_ALWAYS, "  called from %lx", word);
        shown++;
    }
}

static int in_panic;

/* What programs wrote is of use even now; if that fails too, the second panic ends it. */
static void stop(u64 sp)
{
    backtrace(sp);
    if (pages_total) write_results(PANIC_STATUS);
    log_line(LOG_ALWAYS, "stopped with status %d", PANIC_STATUS);
    arch_power_off(PANIC_STATUS);
}

void panic(const char *format, ...)
{
    char line[256];
    va_list arguments;

    if (in_panic++) arch_power_off(PANIC_STATUS);
    va_start(arguments, format);
    format_arguments(line, sizeof line, format, arguments);
    va_end(arguments);
    log_line(LOG_ALWAYS, "panic: %s", line);
    stop(arch_stack_pointer());
}

void panic_frame(struct frame *f, const char *what)
{
    if (in_panic++) arch_power_off(PANIC_STATUS);
    log_level = LOG_DEBUG;
    log_line(LOG_ALWAYS, "panic: %s in the kernel at %lx", what, frame_pc(f));
    frame_print(f);
    stop(frame_sp(f));
}

/* For the run-time functions of compilers. */
void abort(void)
{
    panic("abort was called");
}
