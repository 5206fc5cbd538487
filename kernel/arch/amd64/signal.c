/* Linux's signal frame on amd64. */
#include "amd64.h"
#include "arch.h"
#include "base.h"
#include "memory.h"

struct context {
    u64 r8, r9, r10, r11, r12, r13, r14, r15, rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip, rflags;
    u16 cs, gs, fs, ss;
    u64 error, vector, old_mask, cr2, fpu, reserved[8];
};

struct signal_frame {
    u64 return_address;
    u64 flags, link, stack[3];
    struct context registers;
    u64 mask;
    u8 info[128];
};

enum { RED_ZONE = 128 };

/* uc_flags: the vectors' state is behind FXSAVE's, ss is in its place. */
enum { EXTENDED_STATE = 1, HAS_SS = 2 | 4 };

/* What a program may set: arithmetic flags, direction, trap, alignment check, identification. */
#define USER_FLAGS 0x240dd5UL
#define FIXED_FLAGS 0x202UL

static void store(struct context *c, struct frame *f)
{
    clear_bytes(c, sizeof *c);
    c->r8 = f->r8, c->r9 = f->r9, c->r10 = f->r10, c->r11 = f->r11;
    c->r12 = f->r12, c->r13 = f->r13, c->r14 = f->r14, c->r15 = f->r15;
    c->rdi = f->rdi, c->rsi = f->rsi, c->rbp = f->rbp, c->rbx = f->rbx;
    c->rdx = f->rdx, c->rax = f->rax, c->rcx = f->rcx, c->rsp = f->rsp;
    c->rip = f->rip, c->rflags = f->rflags, c->cs = f->cs, c->ss = f->ss;
    c->error = f->error, c->vector = f->vector;
}

static void load(struct frame *f, struct context *c)
{
    f->r8 = c->r8, f->r9 = c->r9, f->r10 = c->r10, f->r11 = c->r11;
    f->r12 = c->r12, f->r13 = c->r13, f->r14 = c->r14, f->r15 = c->r15;
    f->rdi = c->rdi, f->rsi = c->rsi, f->rbp = c->rbp, f->rbx = c->rbx;
    f->rdx = c->rdx, f->rax = c->rax, f->rcx = c->rcx, f->rsp = c->rsp;
    f->rip = c->rip, f->rflags = (c->rflags & USER_FLAGS) | FIXED_FLAGS;
}

int arch_signal_enter(struct frame *f, struct cpu_state *s, struct signal_delivery *d)
{
    struct signal_frame frame;
    u64 fpu, at;

    /* Leaving the kernel for an address that cannot be one would be the kernel's fault. */
    if (d->handler >= USER_TOP) return -1;
    fpu = (d->stack - RED_ZONE - fpu_frame_size()) & ~63UL;
    at = ((fpu - sizeof frame) & ~15UL) - 8;
    clear_bytes(&frame, sizeof frame);
    frame.return_address = d->restorer;
    copy_bytes(frame.stack, d->alternate, sizeof frame.stack);
    frame.flags = EXTENDED_STATE | HAS_SS;
    store(&frame.registers, f);
    frame.registers.fpu = fpu;
    frame.registers.old_mask = frame.mask = d->old_mask;
    copy_bytes(frame.info, d->info, sizeof frame.info);
    if (fpu_put(s, fpu) < 0 || copy_out(at, &frame, sizeof frame) < 0) return -1;
    f->rip = d->handler;
    f->rsp = at;
    f->rdi = d->number;
    f->rsi = at + (frame.info - (u8 *)&frame);
    f->rdx = at + ((u8 *)&frame.flags - (u8 *)&frame);
    f->rax = 0;
    f->rflags = FIXED_FLAGS;
    return 0;
}

int arch_signal_return(struct frame *f, struct cpu_state *s, u64 *mask)
{
    struct signal_frame frame;

    if (copy_in(&frame, f->rsp - 8, sizeof frame) < 0 || frame.registers.rip >= USER_TOP) return -1;
    if (frame.registers.fpu && fpu_take(s, frame.registers.fpu) < 0) return -1;
    load(f, &frame.registers);
    f->vector = 0;
    *mask = frame.mask;
    return 0;
}
