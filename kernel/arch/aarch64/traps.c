/* What each exception means to the portable kernel. */
#include "aarch64.h"
#include "base.h"

/* The vectors of traps.P1pp: four kinds of exceptions from the kernel on a program's stack, in the kernel, in a program. */
enum { FROM_PROGRAM = 8, CALL_OR_FAULT = 0, INTERRUPT = 1 };

/* The syndrome's upper six bits. */
enum {
    CLASS_UNKNOWN = 0, CLASS_ILLEGAL_STATE = 0x0e, CLASS_CALL = 0x15, CLASS_SYSTEM_REGISTER = 0x18,
    CLASS_FETCH_BY_PROGRAM = 0x20, CLASS_FETCH = 0x21, CLASS_PC_ALIGNMENT = 0x22,
    CLASS_ACCESS_BY_PROGRAM = 0x24, CLASS_ACCESS = 0x25, CLASS_SP_ALIGNMENT = 0x26,
    CLASS_FLOATING_POINT = 0x2c, CLASS_BREAKPOINT = 0x3c
};

enum { STATUS = 0x3f, STATUS_ALIGNMENT = 0x21, IS_WRITE = 0x40, IS_CACHE_OPERATION = 0x100 };

static void data_fault(struct frame *f)
{
    int is_write = (f->syndrome & IS_WRITE) && !(f->syndrome & IS_CACHE_OPERATION);

    if ((f->syndrome & STATUS) == STATUS_ALIGNMENT)
        trap_fault(f, FAULT_ALIGNMENT, f->address, "unaligned access");
    else
        trap_fault(f, is_write ? FAULT_WRITE : FAULT_READ, f->address, "data abort");
}

static void synchronous(struct frame *f)
{
    switch (f->syndrome >> 26) {
    case CLASS_CALL: trap_call(f); break;
    case CLASS_ACCESS_BY_PROGRAM:
    case CLASS_ACCESS: data_fault(f); break;
    case CLASS_FETCH_BY_PROGRAM:
    case CLASS_FETCH: trap_fault(f, FAULT_EXECUTE, f->address, "instruction abort"); break;
    case CLASS_UNKNOWN:
    case CLASS_ILLEGAL_STATE:
    case CLASS_SYSTEM_REGISTER: trap_fault(f, FAULT_ILLEGAL, f->pc, "illegal instruction"); break;
    case CLASS_BREAKPOINT: trap_fault(f, FAULT_BREAKPOINT, f->pc, "breakpoint"); break;
    case CLASS_PC_ALIGNMENT: trap_fault(f, FAULT_ALIGNMENT, f->pc, "unaligned program counter"); break;
    case CLASS_SP_ALIGNMENT: trap_fault(f, FAULT_ALIGNMENT, f->sp, "unaligned stack pointer"); break;
    case CLASS_FLOATING_POINT: trap_fault(f, FAULT_MATH, f->pc, "floating-point exception"); break;
    default: trap_fault(f, FAULT_OTHER, 0, "unexpected exception");
    }
}

void aarch64_trap(struct frame *f, u64 vector)
{
    if (vector % 4 == CALL_OR_FAULT) {
        synchronous(f);
    } else if (vector == FROM_PROGRAM + INTERRUPT) {
        aarch64_interrupt(f);
    } else {
        panic_frame(f, "an exception that nothing here can cause");
    }
}
