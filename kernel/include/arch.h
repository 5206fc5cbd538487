/*
 * What a machine gives to the portable kernel, and what it calls there.
 *
 * Each folder arch/MACHINE has a header machine.h, C files, and machine code in P1pp. The
 * portable kernel runs on one processor, with interrupts off but in arch_wait; it never touches
 * a user address but through the page tables (memory/copy.c), and uses no floating point.
 *
 * machine.h defines
 *   KERNEL_OFFSET       all RAM, and the kernel's image in it, is mapped at its physical address plus this
 *   KERNEL_STACKS       the first address of a GiB of kernel addresses that is free, for kernel stacks
 *   USER_TOP            the first address above what programs may use; page aligned
 *   TABLE_LEVELS        levels of page tables, of 512 entries each
 *   ELF_MACHINE         e_machine of its programs
 *   MACHINE_NAME        what uname calls it: "x86_64" and so on
 *   CALL_NUMBER(a, g)   a on amd64, g on the machines with Linux's generic system call numbers; 9999 is none
 *   O_DIRECTORY O_NOFOLLOW O_DIRECT O_LARGEFILE    open's flags that differ
 *   CLONE_TLS_ARGUMENT, CLONE_CHILD_ARGUMENT       which arguments of clone, from 0, are tls and child_tid
 *   ACTION_WORDS ACTION_RESTORER ACTION_MASK       rt_sigaction's structure in words: how many, and which are
 *                       restorer and mask (riscv64 has no restorer: 3, 3, 2)
 *   EPOLL_DATA_WORD     the word of struct epoll_event where the data begin: 1 or 2
 *   struct linux_stat   stat's result, as Linux has it there
 *   struct frame        the registers of an interrupted program as trap entry stores them; its size is a
 *                       multiple of 16
 *   struct cpu_state    what else belongs to a process: floating point, the thread register
 */
#ifndef ARCH_H
#define ARCH_H

#include "types.h"
#include "machine.h"

/* ---- Boot ----------------------------------------------------------------------------------- */

struct memory_range {
    u64 start;
    u64 size;
};

/*
 * Physical addresses. The machine's boot code fills this in from what the loader gave it, in
 * which all RAM is mapped at KERNEL_OFFSET, the console works and traps lead to trap_fault. Then it calls
 * kernel_main on boot_stack. `memory` is RAM that is free to use; the kernel's image and the initrd
 * may lie in it and are kept out by the portable kernel. ram_start and ram_end bound what the host's
 * shared memory file shows: its offset 0 is ram_start.
 */
/* A colour's part of a point: its lowest bit, and how many. */
struct colour_bits {
    u8 at, count;
};

/* A screen's points. Mapped at KERNEL_OFFSET as RAM is. */
struct frame_buffer {
    u64 address;               /* 0: there is no screen */
    u32 pitch;                 /* bytes from one line to the next */
    u32 width, height;
    u8 point_size;             /* bytes: 2 to 4 */
    struct colour_bits red, green, blue;
};

struct boot_info {
    struct memory_range memory[64];
    int memory_count;
    u64 ram_start;
    u64 ram_end;
    u64 initrd_start;
    u64 initrd_size;
    struct frame_buffer frame_buffer;
    char command_line[2048];
};

extern struct boot_info boot_info;

void kernel_main(void);

/* The image: read and execute to _etext, read to __data_start, read and write to _end. */
extern u8 ELF_base[], _etext[], __data_start[], _end[];

/* ---- Console, end --------------------------------------------------------------------------- */

void arch_console_put(int byte);      /* waits until there is room */
int arch_console_get(void);           /* -1: nothing was typed */
void arch_log_put(int byte);          /* a second channel for the log, if the machine has one (debugcon) */

/* Ends qemu. Status 0 to 255; PANIC_STATUS is kept for the kernel. */
#define PANIC_STATUS 255
void arch_power_off(int status);

/* ---- Page tables ---------------------------------------------------------------------------- */
/*
 * memory/tables.c walks the tables; the machine knows what an entry looks like. Entry 0 is nothing; all
 * others hold a physical page or table. PAGE_COPY is a bit for the kernel's own use that the
 * hardware ignores. A page without PAGE_USER is the kernel's alone.
 */
#define PAGE_READ 1
#define PAGE_WRITE 2
#define PAGE_EXECUTE 4
#define PAGE_USER 8
#define PAGE_COPY 16
#define PAGE_DEVICE 32
#define PAGE_SCREEN 64      /* a frame buffer's: writes may be put together, reads are slow */

u64 arch_table_entry(u64 physical);
u64 arch_page_entry(u64 physical, int flags);
u64 arch_entry_address(u64 entry);
int arch_entry_flags(u64 entry);

/* Gives an empty root the kernel's half, where user and kernel share one root. `kernel_root`: see memory.h. */
void arch_root_init(u64 root);
void arch_use_root(u64 root);          /* user addresses mean this one from now on; kernel_root: none */
void arch_use_kernel_root(u64 root);   /* once, at boot: leaves the boot code's tables */
void arch_map_devices(u64 root);       /* by table_map: console, timer, power */
void arch_flush_page(u64 address);     /* the entry of this address in the current root was changed */
void arch_flush_all(void);
void arch_code_written(void *start, u64 size);    /* instructions were stored there by the kernel */

/* ---- Frames --------------------------------------------------------------------------------- */
/* A process's frame is the top of its kernel stack: frame + 1 == stack top. */

u64 frame_call_number(struct frame *f);
u64 frame_argument(struct frame *f, int n);         /* 0 to 5 */
void frame_set_result(struct frame *f, s64 result);
/* The program will make the call again: the number and first argument are as they were. */
void frame_restart_call(struct frame *f, u64 number, u64 argument0);
u64 frame_pc(struct frame *f);
u64 frame_sp(struct frame *f);
void frame_set_sp(struct frame *f, u64 sp);
int frame_is_user(struct frame *f);
void frame_init(struct frame *f, u64 pc, u64 sp);   /* a fresh program: all other registers are 0 */
void frame_print(struct frame *f);                  /* some lines of registers, by log_line */

/* ---- Processes ------------------------------------------------------------------------------ */

/* Saves the kernel's context on this stack, its address to *save, and goes on with another one. */
void arch_switch(u64 *save, u64 load);
/* A context on an empty stack that calls process_start, then leaves the kernel by the frame at the top. */
u64 arch_first_context(u64 stack_top);
void arch_set_kernel_stack(u64 stack_top);    /* where the next trap from user mode finds its stack */

void cpu_state_init(struct cpu_state *s);     /* as a fresh program finds it */
void cpu_state_save(struct cpu_state *s);
void cpu_state_load(struct cpu_state *s);
/* The thread register of a process that does not run, or has been saved; f is its frame. */
void cpu_state_set_tls(struct cpu_state *s, struct frame *f, u64 value);
/* System calls only this machine has (arch_prctl, riscv_flush_icache); -ENOSYS if it is none of them. */
s64 arch_system_call(u64 number, struct frame *f);
u64 arch_hardware_capabilities(void);         /* AT_HWCAP */

/* ---- Interrupts and time -------------------------------------------------------------------- */

#define TICKS_PER_SECOND 100
void arch_timer_start(void);      /* trap_tick from now on, TICKS_PER_SECOND times a second while interrupts are on */
u64 arch_nanoseconds(void);       /* since boot */
u64 arch_wall_seconds(void);      /* since 1970 from a clock chip, or 0 */
void arch_wait(void);             /* interrupts on, until one came; off again */

/* ---- Signals -------------------------------------------------------------------------------- */

struct signal_delivery {
    int number;
    u64 handler;
    u64 flags;             /* SA_ONSTACK was looked after: stack below */
    u64 restorer;          /* the address of the code that calls rt_sigreturn */
    u64 old_mask;
    u64 stack;             /* build the frame below this address */
    u64 alternate[3];      /* stack_t: base, flags, size, for uc_stack */
    u8 info[128];          /* siginfo_t */
};

/* Stores Linux's rt_sigframe on the program's stack and makes f enter the handler; -1 if the stack is bad. */
int arch_signal_enter(struct frame *f, struct cpu_state *s, struct signal_delivery *d);
/* rt_sigreturn: all registers and the mask from the frame at f's sp; -1 if it cannot be read. */
int arch_signal_return(struct frame *f, struct cpu_state *s, u64 *mask);
/* Code for a page of every program: calls rt_sigreturn. */
extern u8 arch_signal_code[];
extern u64 arch_signal_code_size;

/* ---- Panic ---------------------------------------------------------------------------------- */

u64 arch_stack_pointer(void);     /* about here; where a backtrace begins */

/* ---- What the machine's trap code calls ----------------------------------------------------- */
/* With interrupts off, on the process's kernel stack. When they return the program goes on by its frame. */

enum fault { FAULT_READ, FAULT_WRITE, FAULT_EXECUTE, FAULT_ILLEGAL, FAULT_MATH, FAULT_BREAKPOINT, FAULT_ALIGNMENT, FAULT_OTHER };

void trap_call(struct frame *f);
/* The same where the frame's words mean something else; a call that is made again is the one the frame says. */
void trap_call_as(struct frame *f, u64 number, u64 *arguments);
/* `what` names it for the console. A fault of the kernel itself is a panic. */
void trap_fault(struct frame *f, enum fault fault, u64 address, const char *what);
/* Also from arch_wait, where f is not user. */
void trap_tick(struct frame *f);
/* The first thing a new process does, in the kernel. */
void process_start(void);

#endif
