/* What the machine's traps lead to: system calls, faults, ticks; and the way back to the program. */
#include "base.h"
#include "boot.h"
#include "checks.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

static int turn_ends;

/*
 * With hardly any memory left the largest process must go. On the way between a program and the kernel nothing is
 * held, so this is the one place that waits for memory. What is root's is not for the faults of others.
 */
static void keep_reserve(u64 pages)
{
    while (pages_free < COPY_RESERVE + pages && !signal_is_fatal() && kill_largest()) yield();
}

static void leave(struct frame *f, u64 number, u64 argument0, s64 interrupted)
{
    keep_reserve(0);
    if (turn_ends) {
        turn_ends = 0;
        yield();
    }
    if (interrupted || current_thread->restores_mask || signal_is_pending()) signal_deliver(f, number, argument0, interrupted);
}

void process_start(void)
{
    free_ended();
    if (options.fault) break_on_purpose();
    leave(current_thread->frame, 0, 0, 0);
}

void trap_call_as(struct frame *f, u64 number, u64 *arguments)
{
    u64 number_there = frame_call_number(f), argument_there = frame_argument(f, 0);
    s64 result;

    CHECK(check_call_begins());
    current_thread->is_remade = current_thread->remakes_call;
    current_thread->remakes_call = 0;
    result = system_call(number, arguments, f);
    CHECK(check_call_ends());
    /* A program that was replaced, or went back from a handler, has registers of its own. */
    if (result == -ERESTART || result == -ERESTART_QUIETLY) leave(f, number_there, argument_there, result);
    else {
        if (result != KEEP_FRAME) frame_set_result(f, result);
        leave(f, 0, 0, 0);
    }
}

void trap_call(struct frame *f)
{
    u64 arguments[6];
    int i;

    for (i = 0; i < 6; i++) arguments[i] = frame_argument(f, i);
    trap_call_as(f, frame_call_number(f), arguments);
}

static int signal_of(enum fault fault, int *code)
{
    switch (fault) {
    case FAULT_ILLEGAL: *code = ILL_ILLOPC; return SIGILL;
    case FAULT_MATH: *code = FPE_INTDIV; return SIGFPE;
    case FAULT_BREAKPOINT: *code = TRAP_BRKPT; return SIGTRAP;
    case FAULT_ALIGNMENT: *code = BUS_ADRALN; return SIGBUS;
    default: *code = SEGV_MAPERR; return SIGSEGV;
    }
}

static void log_fatal_fault(struct frame *f, const char *what, u64 address, int signal)
{
    u64 handler = current->handlers->actions[signal].handler;

    if (handler != SIG_DFL && handler != SIG_IGN) return;
    log_line(LOG_KILLED, "%d (%s): %s at %lx, pc %lx sp %lx", current_thread->id, current_thread->name, what, address, frame_pc(f), frame_sp(f));
    if (log_level >= LOG_DEBUG) frame_print(f);
}

void trap_fault(struct frame *f, enum fault fault, u64 address, const char *what)
{
    int access = fault == FAULT_WRITE ? PAGE_WRITE : fault == FAULT_EXECUTE ? PAGE_EXECUTE : PAGE_READ;
    int signal, code, error = 0;

    if (!frame_is_user(f)) {
        log_line(LOG_ALWAYS, "fault at address %lx", address);
        panic_frame(f, what);
    }
    if (fault == FAULT_READ || fault == FAULT_WRITE || fault == FAULT_EXECUTE) {
        keep_reserve(quota_reserve());
        error = space_fault(current->space, address, access);
        if (error == 0 || signal_is_fatal()) {
            leave(f, 0, 0, 0);
            return;
        }
        if (error == -ENOMEM) {
            log_line(LOG_KILLED, "%d (%s): no memory left", current_thread->id, current_thread->name);
            exit_process(SIGKILL);
        }
    }
    signal = signal_of(fault, &code);
    if (error == -EIO) {
        signal = SIGBUS;
        code = BUS_ADRERR;
    }
    if (signal == SIGSEGV && address < USER_TOP && space_area(current->space, address)) code = SEGV_ACCERR;
    log_fatal_fault(f, what, address, signal);
    signal_force(signal, code, address);
    leave(f, 0, 0, 0);
}

void trap_tick(struct frame *f)
{
    schedule_tick();
    if (!frame_is_user(f)) return;
    current->ticks_user++;
    current_thread->ticks_user++;
    ticks_busy++;
    timers_tick(current);
    turn_ends = turn_is_over();
    leave(f, 0, 0, 0);
}
