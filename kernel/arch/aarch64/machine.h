/* aarch64 in qemu: virt. See include/arch.h. */
#ifndef MACHINE_H
#define MACHINE_H

/* 39-bit addresses: 512 GiB for programs, 512 GiB for the kernel. */
#define KERNEL_STACKS 0xffffff8000000000UL
/* The first GiB of physical addresses, where the devices are. */
#define DEVICES 0xffffff9000000000UL
#define KERNEL_OFFSET 0xffffffc000000000UL
#define USER_TOP 0x7ffffff000UL
#define TABLE_LEVELS 3

#define ELF_MACHINE 183
#define MACHINE_NAME "aarch64"
#define CALL_NUMBER(amd64, generic) generic

#define O_DIRECTORY 040000
#define O_NOFOLLOW 0100000
#define O_DIRECT 0200000
#define O_LARGEFILE 0400000

#define CLONE_TLS_ARGUMENT 3

/* The word of struct epoll_event where the data begin. */
#define EPOLL_DATA_WORD 2
#define CLONE_CHILD_ARGUMENT 4

/* struct sigaction in words: how many, and which are restorer and mask. */
#define ACTION_WORDS 4
#define ACTION_RESTORER 2
#define ACTION_MASK 3

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
    u64 x[31];
    u64 sp, pc, pstate;
    u64 syndrome, address;      /* ESR and FAR */
};

#define PSTATE_KERNEL 0x3c5UL

struct cpu_state {
    u64 tls;
    u64 fpcr, fpsr;
    u64 pad;
    u64 vectors[64];            /* v0 to v31; at a multiple of 16, if the structure is */
};

#endif
