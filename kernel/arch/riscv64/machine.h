/* riscv64 in qemu: virt. See include/arch.h. */
#ifndef MACHINE_H
#define MACHINE_H

/* 39-bit addresses: 256 GiB for programs, 256 GiB for the kernel. */
#define KERNEL_STACKS 0xffffffc000000000UL
/* The first GiB of physical addresses, where the devices are. */
#define DEVICES 0xffffffd000000000UL
#define KERNEL_OFFSET 0xffffffe000000000UL
#define USER_TOP 0x3ffffff000UL
#define TABLE_LEVELS 3

#define ELF_MACHINE 243
#define MACHINE_NAME "riscv64"
#define CALL_NUMBER(amd64, generic) generic

#define O_DIRECTORY 0200000
#define O_NOFOLLOW 0400000
#define O_DIRECT 040000
#define O_LARGEFILE 0100000

#define CLONE_TLS_ARGUMENT 3

/* The word of struct epoll_event where the data begin. */
#define EPOLL_DATA_WORD 2
#define CLONE_CHILD_ARGUMENT 4

/* struct sigaction in words: how many, and which are restorer and mask; a restorer is not part of it. */
#define ACTION_WORDS 3
#define ACTION_RESTORER 3
#define ACTION_MASK 2

struct linux_stat {
    u64 dev, ino;
    u32 mode, nlink, uid, gid;
    u64 rdev, pad1, size;
    u32 block_size, pad2;
    u64 blocks;
    u64 atime, atime_ns, mtime, mtime_ns, ctime, ctime_ns;
    u32 unused[2];
};

/* As traps.P1pp stores it. */
struct frame {
    u64 x[32];
    u64 pc, status, cause, address;
};

/* Status: the trap came from the kernel; and a program's, 64-bit, with floating point and interrupts. */
#define STATUS_KERNEL 0x100UL
#define STATUS_PROGRAM 0x200006020UL

/* The thread register is x4, in the frame. */
struct cpu_state {
    u64 float_control;
    u64 floats[32];
};

#endif
