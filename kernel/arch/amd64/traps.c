/* Segments, the interrupt table, and what each trap means to the portable kernel. */
#include "arch.h"
#include "base.h"
#include "linux.h"
#include "machine_code.h"
#include "amd64.h"

/* In the order of amd64_vector_addresses. */
static u8 amd64_vectors[] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    VECTOR_TIMER, VECTOR_OLD_CALL, VECTOR_SPURIOUS
};

static char *names[] = {
    "division error", "debug trap", "non-maskable interrupt", "breakpoint", "overflow", "bound exceeded",
    "illegal instruction", "no floating point", "double fault", "coprocessor overrun", "bad task segment",
    "segment not present", "stack segment fault", "general protection fault", "page fault", "exception 15",
    "floating-point error", "unaligned access", "machine check", "SIMD floating-point error",
    "virtualisation exception", "control protection exception"
};

struct gate {
    u16 offset_low, selector;
    u8 stack, type;
    u16 offset_middle;
    u32 offset_high, reserved;
};

static struct gate gates[256];

/* Null, kernel code, kernel data, user data, user code, and two words for the task segment. */
static u64 segments[7] = { 0, 0x00af9a000000ffff, 0x00cf92000000ffff, 0x00cff2000000ffff, 0x00affa000000ffff };

enum { KERNEL_CODE = 8, TASK = 0x28, TASK_SIZE = 104 };

/* The task segment holds stack pointers: +4 for traps from user mode, +36 for a double fault or NMI. */
static u8 task[TASK_SIZE];
static u8 emergency_stack[8192];

/* For the syscall instruction, which changes no stack: the kernel's, and room for the program's. gs points here. */
static u64 stacks[2];

enum { STAR = 0xc0000081, LSTAR = 0xc0000082, SFMASK = 0xc0000084, KERNEL_GS_BASE = 0xc0000102 };

static void set_u64(u8 *at, u64 value)
{
    copy_bytes(at, &value, 8);
}

static void set_gate(int vector, u64 handler)
{
    struct gate *g = &gates[vector];

    g->offset_low = handler;
    g->offset_middle = handler >> 16;
    g->offset_high = handler >> 32;
    g->selector = KERNEL_CODE;
    g->stack = vector == 2 || vector == 8;
    g->type = vector == 3 || vector == VECTOR_OLD_CALL ? 0xee : 0x8e;     /* 0xee: programs may use it */
}

enum { LARGEST_LEAF = 0, FEATURES = 7, UMIP = 1 << 11, SMEP = 1 << 20, SMAP = 1 << 21 };

/*
 * What the processor can do against a kernel that is led astray: run nothing that programs can write (SMEP), touch
 * nothing of theirs (SMAP; copies go through the kernel's own mapping), and not tell them where its tables are (UMIP).
 */
static void protect_kernel(void)
{
    u32 words[4];
    u64 bits = 0;

    read_cpuid(LARGEST_LEAF, words);
    if (words[0] < FEATURES) return;
    read_cpuid(FEATURES, words);
    if (words[1] & 1 << 7) bits |= SMEP;
    if (words[1] & 1 << 20) bits |= SMAP;
    if (words[2] & 1 << 2) bits |= UMIP;
    write_cr4(read_cr4() | bits);
}

void amd64_set_up_traps(void)
{
    struct table_register table;
    u64 base = (u64)task;
    u64 i;

    set_u64(task + 36, (u64)emergency_stack + sizeof emergency_stack);
    task[102] = TASK_SIZE;                                                /* no map of ports */
    segments[5] = (TASK_SIZE - 1) | (base & 0xffffff) << 16 | 0x89UL << 40 | (base >> 24 & 0xff) << 56;
    segments[6] = base >> 32;
    table.limit = sizeof segments - 1;
    table.base = (u64)segments;
    load_gdt(&table.limit);
    load_task(TASK);

    for (i = 0; i < COUNT_OF(amd64_vectors); i++) set_gate(amd64_vectors[i], amd64_vector_addresses[i]);
    table.limit = sizeof gates - 1;
    table.base = (u64)gates;
    load_idt(&table.limit);

    /* The old interrupt controllers of a PC stay silent. */
    out8(0x21, 0xff);
    out8(0xa1, 0xff);

    write_msr(STAR, 0x0010000800000000UL);
    write_msr(LSTAR, (u64)amd64_syscall_entry);
    write_msr(SFMASK, 0x47700);
    write_msr(KERNEL_GS_BASE, (u64)stacks);
    protect_kernel();
    amd64_fpu_init();
}

void arch_set_kernel_stack(u64 top)
{
    stacks[0] = top;
    set_u64(task + 4, top);
}

/*
 * The 32-bit machine's system calls: programs of ours only ever make open, and its companions that a
 * program would need with it. Numbers and registers are that machine's.
 */
static void old_call(struct frame *f)
{
    static u16 numbers[][2] = { { 1, CALL_exit }, { 3, CALL_read }, { 4, CALL_write }, { 5, CALL_open }, { 6, CALL_close } };
    u64 arguments[6] = { f->rbx, f->rcx, f->rdx };
    u64 i;

    for (i = 0; i < COUNT_OF(numbers); i++) {
        if (numbers[i][0] != (u32)f->rax) continue;
        trap_call_as(f, numbers[i][1], arguments);
        return;
    }
    f->rax = -ENOSYS;
}

static void page_fault(struct frame *f)
{
    enum fault fault = f->error & 16 ? FAULT_EXECUTE : f->error & 2 ? FAULT_WRITE : FAULT_READ;

    trap_fault(f, fault, read_cr2(), names[14]);
}

static void exception(struct frame *f)
{
    enum fault fault = FAULT_OTHER;

    switch (f->vector) {
    case 0:
    case 16:
    case 19: fault = FAULT_MATH; break;
    case 1:
    case 3: fault = FAULT_BREAKPOINT; break;
    case 6: fault = FAULT_ILLEGAL; break;
    case 12:
    case 17: fault = FAULT_ALIGNMENT; break;       /* SIGBUS, as Linux has it for the stack segment too */
    }
    if (f->vector == 2 || f->vector == 8) panic_frame(f, names[f->vector]);
    trap_fault(f, fault, fault == FAULT_OTHER ? 0 : f->rip, names[f->vector]);
}

void amd64_trap(struct frame *f)
{
    switch (f->vector) {
    case VECTOR_SYSCALL: trap_call(f); break;
    case VECTOR_TIMER: amd64_timer_interrupt(); trap_tick(f); break;
    case VECTOR_OLD_CALL: old_call(f); break;
    case VECTOR_SPURIOUS: break;
    case 14: page_fault(f); break;
    default: exception(f);
    }
}
