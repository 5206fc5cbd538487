/* What each trap means to the portable kernel. */
#include "riscv64.h"
#include "base.h"

#define INTERRUPT (1UL << 63)

enum {
    FETCH_ALIGNMENT = 0, FETCH_ACCESS = 1, ILLEGAL = 2, BREAKPOINT = 3, LOAD_ALIGNMENT = 4, LOAD_ACCESS = 5,
    STORE_ALIGNMENT = 6, STORE_ACCESS = 7, CALL = 8, FETCH_PAGE = 12, LOAD_PAGE = 13, STORE_PAGE = 15
};
enum { CALL_SIZE = 4, TIMER_INTERRUPT = 5 };

void riscv64_trap(struct frame *f)
{
    if (f->cause == (INTERRUPT | TIMER_INTERRUPT) && frame_is_user(f)) {
        riscv64_timer_interrupt(f);
        return;
    }
    switch (f->cause) {
    case CALL:
        f->pc += CALL_SIZE;
        trap_call(f);
        break;
    case FETCH_ACCESS: trap_fault(f, FAULT_EXECUTE, f->address, "instruction access fault"); break;
    case FETCH_PAGE: trap_fault(f, FAULT_EXECUTE, f->address, "instruction page fault"); break;
    case LOAD_ACCESS: trap_fault(f, FAULT_READ, f->address, "load access fault"); break;
    case LOAD_PAGE: trap_fault(f, FAULT_READ, f->address, "load page fault"); break;
    case STORE_ACCESS: trap_fault(f, FAULT_WRITE, f->address, "store access fault"); break;
    case STORE_PAGE: trap_fault(f, FAULT_WRITE, f->address, "store page fault"); break;
    case ILLEGAL: trap_fault(f, FAULT_ILLEGAL, f->pc, "illegal instruction"); break;
    case BREAKPOINT: trap_fault(f, FAULT_BREAKPOINT, f->pc, "breakpoint"); break;
    case FETCH_ALIGNMENT:
    case LOAD_ALIGNMENT:
    case STORE_ALIGNMENT: trap_fault(f, FAULT_ALIGNMENT, f->address, "unaligned access"); break;
    default: trap_fault(f, FAULT_OTHER, 0, "unexpected trap");
    }
}
