/* The registers of a program, as system calls and the scheduler see them. */
#include "amd64.h"
#include "arch.h"
#include "base.h"
#include "machine_code.h"
#include "linux.h"
#include "memory.h"

enum { USER_DATA = 0x1b, USER_CODE = 0x23, INTERRUPTS_ON = 0x202 };

u64 frame_call_number(struct frame *f)
{
    return f->rax;
}

u64 frame_argument(struct frame *f, int n)
{
    switch (n) {
    case 0: return f->rdi;
    case 1: return f->rsi;
    case 2: return f->rdx;
    case 3: return f->r10;
    case 4: return f->r8;
    default: return f->r9;
    }
}

void frame_set_result(struct frame *f, s64 result)
{
    f->rax = result;
}

/* `syscall` and `int $0x80` are two bytes long. */
void frame_restart_call(struct frame *f, u64 number, u64 argument0)
{
    f->rax = number;
    f->rdi = argument0;
    f->rip -= 2;
}

u64 frame_pc(struct frame *f)
{
    return f->rip;
}

u64 frame_sp(struct frame *f)
{
    return f->rsp;
}

void frame_set_sp(struct frame *f, u64 sp)
{
    f->rsp = sp;
}

int frame_is_user(struct frame *f)
{
    return (f->cs & 3) == 3;
}

void frame_init(struct frame *f, u64 pc, u64 sp)
{
    clear_bytes(f, sizeof *f);
    f->vector = VECTOR_SYSCALL;
    f->rip = pc;
    f->cs = USER_CODE;
    f->rflags = INTERRUPTS_ON;
    f->rsp = sp;
    f->ss = USER_DATA;
}

void frame_print(struct frame *f)
{
    log_line(LOG_ERROR, "rip %016lx rsp %016lx rflags %lx cs %lx error %lx", f->rip, f->rsp, f->rflags, f->cs, f->error);
    log_line(LOG_ERROR, "rax %016lx rbx %016lx rcx %016lx rdx %016lx", f->rax, f->rbx, f->rcx, f->rdx);
    log_line(LOG_ERROR, "rsi %016lx rdi %016lx rbp %016lx r8  %016lx", f->rsi, f->rdi, f->rbp, f->r8);
    log_line(LOG_ERROR, "r9  %016lx r10 %016lx r11 %016lx r12 %016lx", f->r9, f->r10, f->r11, f->r12);
    log_line(LOG_ERROR, "r13 %016lx r14 %016lx r15 %016lx", f->r13, f->r14, f->r15);
}

/* ---- Processes ---- */

/* What arch_switch pops: eight registers, and the address to return to. */
u64 arch_first_context(u64 stack_top)
{
    u64 *sp = (u64 *)(stack_top - sizeof(struct frame)) - 9;
    int i;

    for (i = 0; i < 8; i++) sp[i] = 0;
    sp[8] = (u64)amd64_first;
    return (u64)sp;
}

enum { FS_BASE = 0xc0000100 };

void cpu_state_save(struct cpu_state *s)
{
    s->fs_base = read_msr(FS_BASE);
    fpu_save(s);
}

void cpu_state_load(struct cpu_state *s)
{
    write_msr(FS_BASE, s->fs_base);
    fpu_load(s);
}

void cpu_state_set_tls(struct cpu_state *s, struct frame *f, u64 value)
{
    (void)f;
    /* The register takes no other addresses. */
    s->fs_base = value < USER_TOP ? value : 0;
}

u64 arch_hardware_capabilities(void)
{
    return 0x078bfbfd;     /* cpuid 1 edx: what every 64-bit processor has */
}

enum { CALL_arch_prctl = 158, SET_FS = 0x1002, GET_FS = 0x1003 };

s64 arch_system_call(u64 number, struct frame *f)
{
    u64 base;

    if (number != CALL_arch_prctl) return -ENOSYS;
    switch (f->rdi) {
    case SET_FS:
        if (f->rsi >= USER_TOP) return -EPERM;
        write_msr(FS_BASE, f->rsi);
        return 0;
    case GET_FS:
        base = read_msr(FS_BASE);
        return copy_out(f->rsi, &base, 8);
    }
    return -EINVAL;
}
