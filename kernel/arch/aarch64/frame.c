/* The registers of a program, as system calls and the scheduler see them; and what else belongs to a process. */
#include "aarch64.h"
#include "base.h"
#include "linux.h"
#include "machine_code.h"

enum { PSTATE_LEVEL = 0xf };

u64 frame_call_number(struct frame *f)
{
    return f->x[8];
}

u64 frame_argument(struct frame *f, int n)
{
    return f->x[n];
}

void frame_set_result(struct frame *f, s64 result)
{
    f->x[0] = result;
}

void frame_restart_call(struct frame *f, u64 number, u64 argument0)
{
    f->x[8] = number;
    f->x[0] = argument0;
    f->pc -= 4;
}

u64 frame_pc(struct frame *f)
{
    return f->pc;
}

u64 frame_sp(struct frame *f)
{
    return f->sp;
}

void frame_set_sp(struct frame *f, u64 sp)
{
    f->sp = sp;
}

int frame_is_user(struct frame *f)
{
    return (f->pstate & PSTATE_LEVEL) == 0;
}

/* A pstate of 0 is EL0 with interrupts on. */
void frame_init(struct frame *f, u64 pc, u64 sp)
{
    clear_bytes(f, sizeof *f);
    f->pc = pc;
    f->sp = sp;
}

void frame_print(struct frame *f)
{
    int i;

    log_line(LOG_ERROR, "pc  %016lx sp  %016lx pstate %lx syndrome %lx address %lx", f->pc, f->sp, f->pstate, f->syndrome,
             f->address);
    for (i = 0; i < 28; i += 4)
        log_line(LOG_ERROR, "x%-2d %016lx x%-2d %016lx x%-2d %016lx x%-2d %016lx", i, f->x[i], i + 1, f->x[i + 1], i + 2,
                 f->x[i + 2], i + 3, f->x[i + 3]);
    log_line(LOG_ERROR, "x28 %016lx x29 %016lx x30 %016lx", f->x[28], f->x[29], f->x[30]);
}

/* ---- Processes ---- */

/* A process's traps begin at the top of its kernel stack: where sp is when the kernel is left by a frame that ends there. */
void arch_set_kernel_stack(u64 top)
{
    (void)top;
}

/* What arch_switch loads: 13 registers, of which the last is the address to go on at. */
u64 arch_first_context(u64 stack_top)
{
    u64 *sp = (u64 *)(stack_top - sizeof(struct frame)) - 14;
    int i;

    for (i = 0; i < 14; i++) sp[i] = 0;
    sp[13] = (u64)aarch64_first;
    return (u64)sp;
}

void cpu_state_init(struct cpu_state *s)
{
    clear_bytes(s, sizeof *s);
}

void cpu_state_save(struct cpu_state *s)
{
    s->tls = read_thread_register();
    store_vectors(s);
}

void cpu_state_load(struct cpu_state *s)
{
    write_thread_register(s->tls);
    load_vectors(s);
}

void cpu_state_set_tls(struct cpu_state *s, struct frame *f, u64 value)
{
    (void)f;
    s->tls = value;
}

/* Floating point and vectors: what every processor has. */
u64 arch_hardware_capabilities(void)
{
    return 3;
}

s64 arch_system_call(u64 number, struct frame *f)
{
    (void)number;
    (void)f;
    return -ENOSYS;
}
