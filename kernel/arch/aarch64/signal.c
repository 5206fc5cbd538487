/* Linux's frame for a signal handler on aarch64: siginfo, ucontext, and a record as a debugger expects it. */
#include "arch.h"
#include "base.h"
#include "linux.h"
#include "memory.h"

enum { VECTORS_MAGIC = 0x46508001, VECTORS_SIZE = 528 };
enum { FP = 29, LINK = 30 };

#define FLAGS_OF_PROGRAMS 0xf0000000UL

struct signal_frame {
    u8 info[128];
    u64 flags, link;
    u64 stack[3];
    u64 mask;
    u8 room_for_mask[120];
    u64 pad;
    u64 fault_address;
    u64 x[31];
    u64 sp, pc, pstate;
    u64 pad2;
    /* Records of 4096 bytes at most, each with a magic number and its size; one of zeros ends them. */
    u32 magic, size;
    u32 fpsr, fpcr;
    u64 vectors[64];
    u64 end;
    u8 room_for_records[4096 - VECTORS_SIZE - 8];
    u64 caller[2];
};

/* The part that is written and read. */
#define USED_SIZE ((u64)&((struct signal_frame *)0)->room_for_records)

int arch_signal_enter(struct frame *f, struct cpu_state *s, struct signal_delivery *d)
{
    struct signal_frame *to = (struct signal_frame *)((d->stack - sizeof *to) & ~15UL);
    struct signal_frame frame;
    u64 caller[2];

    clear_bytes(&frame, USED_SIZE);
    copy_bytes(frame.info, d->info, sizeof frame.info);
    copy_bytes(frame.stack, d->alternate, sizeof frame.stack);
    frame.mask = d->old_mask;
    frame.fault_address = f->address;
    copy_bytes(frame.x, f->x, sizeof frame.x);
    frame.sp = f->sp;
    frame.pc = f->pc;
    frame.pstate = f->pstate;
    frame.magic = VECTORS_MAGIC;
    frame.size = VECTORS_SIZE;
    frame.fpsr = s->fpsr;
    frame.fpcr = s->fpcr;
    copy_bytes(frame.vectors, s->vectors, sizeof frame.vectors);
    caller[0] = f->x[FP];
    caller[1] = f->x[LINK];
    if (copy_out((u64)to, &frame, USED_SIZE) < 0 || copy_out((u64)to->caller, caller, sizeof caller) < 0) return -1;

    f->x[0] = d->number;
    f->x[1] = (u64)to->info;
    f->x[2] = (u64)&to->flags;
    f->x[FP] = (u64)to->caller;
    f->x[LINK] = d->restorer;
    f->sp = (u64)to;
    f->pc = d->handler;
    return 0;
}

int arch_signal_return(struct frame *f, struct cpu_state *s, u64 *mask)
{
    struct signal_frame frame;

    if (f->sp & 15 || copy_in(&frame, f->sp, USED_SIZE) < 0) return -1;
    if (frame.magic != VECTORS_MAGIC || frame.size != VECTORS_SIZE) return -1;
    copy_bytes(f->x, frame.x, sizeof frame.x);
    f->sp = frame.sp;
    f->pc = frame.pc;
    f->pstate = frame.pstate & FLAGS_OF_PROGRAMS;
    s->fpsr = frame.fpsr;
    s->fpcr = frame.fpcr;
    copy_bytes(s->vectors, frame.vectors, sizeof frame.vectors);
    *mask = frame.mask;
    return 0;
}
