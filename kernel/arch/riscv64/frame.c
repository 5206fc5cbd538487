/* The registers of a program, as system calls and the scheduler see them; and what else belongs to a process. */
#include "riscv64.h"
#include "base.h"
#include "linux.h"
#include "machine_code.h"

enum { SP = 2, TP = 4, A0 = 10, A7 = 17 };
enum { CALL_SIZE = 4 };

u64 frame_call_number(struct frame *f)
{
    return f->x[A7];
}

u64 frame_argument(struct frame *f, int n)
{
    return f->x[A0 + n];
}

void frame_set_result(struct frame *f, s64 result)
{
    f->x[A0] = result;
}

void frame_restart_call(struct frame *f, u64 number, u64 argument0)
{
    f->x[A7] = number;
    f->x[A0] = argument0;
    f->pc -= CALL_SIZE;
}

u64 frame_pc(struct frame *f)
{
    return f->pc;
}

u64 frame_sp(struct frame *f)
{
    return f->x[SP];
}

void frame_set_sp(struct frame *f, u64 sp)
{
    f->x[SP] = sp;
}

int frame_is_user(struct frame *f)
{
    return !(f->status & STATUS_KERNEL);
}

void frame_init(struct frame *f, u64 pc, u64 sp)
{
    clear_bytes(f, sizeof *f);
    f->pc = pc;
    f->x[SP] = sp;
    f->status = STATUS_PROGRAM;
}

void frame_print(struct frame *f)
{
    int i;

    log_line(LOG_ERROR, "pc  %016lx status %lx cause %lx address %lx", f->pc, f->status, f->cause, f->address);
    for (i = 0; i < 32; i += 4)
        log_line(LOG_ERROR, "x%-2d %016lx x%-2d %016lx x%-2d %016lx x%-2d %016lx", i, f->x[i], i + 1, f->x[i + 1], i + 2,
                 f->x[i + 2], i + 3, f->x[i + 3]);
}

/* ---- Processes ---- */

/* Leaving the kernel by a frame makes its end the stack of the next trap. */
void arch_set_kernel_stack(u64 top)
{
    (void)top;
}

/* What arch_switch loads: 16 words, of which the first is the address to go on at. */
u64 arch_first_context(u64 stack_top)
{
    u64 *sp = (u64 *)(stack_top - sizeof(struct frame)) - 16;
    int i;

    for (i = 1; i < 16; i++) sp[i] = 0;
    sp[0] = (u64)riscv64_first;
    return (u64)sp;
}

void cpu_state_init(struct cpu_state *s)
{
    clear_bytes(s, sizeof *s);
}

void cpu_state_save(struct cpu_state *s)
{
    store_floats(s);
}

void cpu_state_load(struct cpu_state *s)
{
    load_floats(s);
}

void cpu_state_set_tls(struct cpu_state *s, struct frame *f, u64 value)
{
    (void)s;
    f->x[TP] = value;
}

/* A bit for each letter of rv64imafdc. */
u64 arch_hardware_capabilities(void)
{
    return 1 << ('i' - 'a') | 1 << ('m' - 'a') | 1 << ('a' - 'a') | 1 << ('f' - 'a') | 1 << ('d' - 'a') | 1 << ('c' - 'a');
}

enum { CALL_riscv_flush_icache = 259 };

s64 arch_system_call(u64 number, struct frame *f)
{
    (void)f;
    if (number != CALL_riscv_flush_icache) return -ENOSYS;
    flush_code();
    return 0;
}
