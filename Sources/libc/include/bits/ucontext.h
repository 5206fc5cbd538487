/* What the kernel hands to a signal handler as its third argument: a machine's own layout. */
#ifndef _MINICC_LIBC_BITS_UCONTEXT_H
#define _MINICC_LIBC_BITS_UCONTEXT_H

#include <bits/sigset_t.h>
#include <bits/stack_t.h>

#if defined(__x86_64__)

enum {
    REG_R8, REG_R9, REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15, REG_RDI, REG_RSI, REG_RBP, REG_RBX, REG_RDX, REG_RAX,
    REG_RCX, REG_RSP, REG_RIP, REG_EFL, REG_CSGSFS, REG_ERR, REG_TRAPNO, REG_OLDMASK, REG_CR2
};
#define NGREG 23
typedef long long greg_t;
typedef greg_t gregset_t[NGREG];
typedef struct {
    gregset_t gregs;
    void *fpregs;
    unsigned long __room[8];
} mcontext_t;
typedef struct ucontext_t {
    unsigned long uc_flags;
    struct ucontext_t *uc_link;
    stack_t uc_stack;
    mcontext_t uc_mcontext;
    sigset_t uc_sigmask;
    unsigned long __room[79];
} ucontext_t;

#elif defined(__aarch64__)

typedef struct {
    unsigned long fault_address;
    unsigned long regs[31];
    unsigned long sp;
    unsigned long pc;
    unsigned long pstate;
    unsigned long __align;
    unsigned char __reserved[4096];
} mcontext_t;
typedef struct ucontext_t {
    unsigned long uc_flags;
    struct ucontext_t *uc_link;
    stack_t uc_stack;
    sigset_t uc_sigmask;
    unsigned long __room[16];
    mcontext_t uc_mcontext;
} ucontext_t;

#elif defined(__riscv)

/* The program counter comes first, then the registers x1 to x31. */
#define REG_PC 0
#define REG_RA 1
#define REG_SP 2
#define REG_TP 4
#define REG_S0 8
#define REG_A0 10
typedef unsigned long __riscv_mc_gp_state[32];
typedef struct {
    __riscv_mc_gp_state __gregs;
    unsigned long __floating[66];
} mcontext_t;
typedef struct ucontext_t {
    unsigned long uc_flags;
    struct ucontext_t *uc_link;
    stack_t uc_stack;
    sigset_t uc_sigmask;
    unsigned long __room[15];
    mcontext_t uc_mcontext;
} ucontext_t;

#else

/* Where the machine is not known: what all of them begin with. */
typedef struct {
    unsigned long __room[600];
} mcontext_t;
typedef struct ucontext_t {
    unsigned long uc_flags;
    struct ucontext_t *uc_link;
    stack_t uc_stack;
    sigset_t uc_sigmask;
    mcontext_t uc_mcontext;
} ucontext_t;

#endif

#endif
