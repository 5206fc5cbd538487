/* amd64 in qemu: microvm and q35. See include/arch.h. */
#ifndef MACHINE_H
#define MACHINE_H

/* The last two entries of every root: 512 GiB of stacks and devices, 512 GiB of physical addresses. */
#define KERNEL_STACKS 0xffffff0000000000UL
/* The interrupt controller's registers. */
#define APIC_ADDRESS 0xffffff0040000000UL
/* The page of ACPI's sleep register, where a machine has one. */
#define SLEEP_REGISTER 0xffffff0040001000UL
#define KERNEL_OFFSET 0xffffff8000000000UL
/* A page below the canonical half's end, as on Linux: a syscall instruction just there would return to a bad address. */
#define USER_TOP 0x7ffffffff000UL
#define TABLE_LEVELS 4

#define ELF_MACHINE 62
#define MACHINE_NAME "x86_64"
#define CALL_NUMBER(amd64, generic) amd64

#define O_DIRECT 040000
#define O_LARGEFILE 0
#define O_DIRECTORY 0200000
#define O_NOFOLLOW 0400000

#define CLONE_CHILD_ARGUMENT 3
#define CLONE_TLS_ARGUMENT 4

/* The word of struct epoll_event where the data begin. */
#define EPOLL_DATA_WORD 1

/* struct sigaction in words: how many, and which are restorer and mask. */
#define ACTION_WORDS 4
#define ACTION_RESTORER 2
#define ACTION_MASK 3

struct linux_stat {
    u64 dev, ino, nlink;
    u32 mode, uid, gid, pad;
    u64 rdev, size, block_size, blocks;
    u64 atime, atime_ns, mtime, mtime_ns, ctime, ctime_ns;
    u64 unused[3];
};

/* As traps.P1pp pushes it; from rip on by the processor. */
struct frame {
    u64 r15, r14, r13, r12, rbp, rbx, r11, r10, r9, r8, rax, rcx, rdx, rsi, rdi;
    u64 vector, error;
    u64 rip, cs, rflags, rsp, ss;
};

/* With this vector rcx and r11 are lost on the way back. */
#define VECTOR_SYSCALL 256

#define FPU_SIZE 832

struct cpu_state {
    u64 fs_base;
    u8 fpu[FPU_SIZE + 64];       /* used from its first multiple of 64 (fpu.c) */
};

#endif
