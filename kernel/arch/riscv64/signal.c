/* Linux's frame for a signal handler on riscv64: siginfo and ucontext. */
#include "arch.h"
#include "base.h"
#include "linux.h"
#include "memory.h"

enum { RA = 1, SP = 2, A0 = 10 };

struct signal_frame {
    u8 info[128];
    u64 flags, link;
    u64 stack[3];
    u64 mask;
    u8 room_for_mask[120];
    u64 pad;
    u64 pc;
    u64 x[31];                  /* x1 to x31 */
    u64 floats[32];
    u32 float_control;
    u32 room_for_floats[67];    /* of 128 bits */
};

int arch_signal_enter(struct frame *f, struct cpu_state *s, struct signal_delivery *d)
{
    struct signal_frame *to = (struct signal_frame *)((d->stack - sizeof *to) & ~15UL);
    struct signal_frame frame;

    clear_bytes(&frame, sizeof frame);
    copy_bytes(frame.info, d->info, sizeof frame.info);
    copy_bytes(frame.stack, d->alternate, sizeof frame.stack);
    frame.mask = d->old_mask;
    frame.pc = f->pc;
    copy_bytes(frame.x, f->x + 1, sizeof frame.x);
    frame.float_control = s->float_control;
    copy_bytes(frame.floats, s->floats, sizeof frame.floats);
    if (copy_out((u64)to, &frame, sizeof frame) < 0) return -1;

    f->x[A0] = d->number;
    f->x[A0 + 1] = (u64)to->info;
    f->x[A0 + 2] = (u64)&to->flags;
    f->x[RA] = d->restorer;
    f->x[SP] = (u64)to;
    f->pc = d->handler;
    return 0;
}

int arch_signal_return(struct frame *f, struct cpu_state *s, u64 *mask)
{
    struct signal_frame frame;

    if (f->x[SP] & 15 || copy_in(&frame, f->x[SP], sizeof frame) < 0) return -1;
    copy_bytes(f->x + 1, frame.x, sizeof frame.x);
    f->pc = frame.pc;
    s->float_control = frame.float_control;
    copy_bytes(s->floats, frame.floats, sizeof frame.floats);
    *mask = frame.mask;
    return 0;
}
