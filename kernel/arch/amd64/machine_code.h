/* The machine code of processor.P1pp, entry.P1pp and traps.P1pp, for C. */
#ifndef MACHINE_CODE_H
#define MACHINE_CODE_H

#include "types.h"

void out8(int port, int value);
int in8(int port);
void out16(int port, int value);
int in16(int port);
void out32(int port, u32 value);
u32 in32(int port);
u64 read_msr(u32 which);
void write_msr(u32 which, u64 value);
u64 read_tsc(void);
u64 read_cr2(void);
u64 read_cr3(void);
void write_cr3(u64 root);
u64 read_cr4(void);
void write_cr4(u64 bits);
void read_cpuid(u32 leaf, u32 words[4]);     /* eax, ebx, ecx, edx */
void load_gdt(void *table_register);
void load_idt(void *table_register);
void load_task(u32 selector);
void fxsave(void *area);        /* a multiple of 16 */
void fxrstor(void *area);
void write_xcr0(u64 states);
void xsave(void *area, u64 states);      /* a multiple of 64 */
void xrstor(void *area, u64 states);
void halt(void);

extern u64 amd64_vector_addresses[];
extern u8 amd64_syscall_entry[], amd64_first[];

/* A 16-bit limit and the address of a descriptor table. */
struct table_register {
    u16 pad[3];
    u16 limit;
    u64 base;
};

#endif
